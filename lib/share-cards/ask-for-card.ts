import { getPictureStore } from '@/lib/pictures/store';
import { type CardShape, type CardWords, cardFile } from './card';
import { getCardStore } from './card-store';
import { drawCard } from './draw-card';

/** More than wait already is a crawler walking through the archive: those are drawn when they are asked for again. */
const MOST_WAITING = 200;

/** One at a time: a card takes a quarter of a second, and readers' pages are rendered beside it. */
const waiting = new Map<string, () => Promise<unknown>>();
let isDrawing = false;

/** Lets a card be drawn behind the answer that is being given, unless it is there. Never throws. */
export function askForCard(words: CardWords, shape: CardShape = 'wide'): void {
  const file = cardFile(words, shape);
  if (waiting.has(file) || waiting.size >= MOST_WAITING) return;
  waiting.set(file, async () => {
    if ((await getCardStore().open(file)) === null) await drawNow(words, shape);
  });
  if (!isDrawing) void drawAll();
}

/** Draws a card and keeps it; resolves with its bytes. */
export async function drawNow(words: CardWords, shape: CardShape): Promise<Uint8Array> {
  const picture = words.pictureFile ? await getPictureStore().open(words.pictureFile) : null;
  const bytes = await drawCard(words, shape, picture);
  await getCardStore().put(cardFile(words, shape), bytes);
  return bytes;
}

async function drawAll(): Promise<void> {
  isDrawing = true;
  for (const [file, draw] of waiting) {
    await draw().catch((error) => console.error(`share card ${file}: ${(error as Error).message}`));
    waiting.delete(file);
  }
  isDrawing = false;
}
