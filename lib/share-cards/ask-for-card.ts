import { getPictureStore } from '@/lib/pictures/store';
import { type CardShape, type CardWords, cardFile } from './card';
import { getCardStore } from './card-store';
import { drawCard } from './draw-card';

/** More than wait already is a crawler walking through the archive: those are drawn when they are asked for again. */
const MOST_WAITING = 200;

/** One at a time: a card takes a quarter of a second, and readers' pages are rendered beside it. */
const waiting = new Map<string, { draw: () => Promise<unknown>; drawn: PromiseWithResolvers<void> }>();
let isDrawing = false;

/**
 * Lets a card be drawn behind the answer that is being given, unless it is there. Never throws. Resolves when it is
 * there or could not be drawn; at once where too many wait.
 */
export function askForCard(words: CardWords, shape: CardShape = 'wide'): Promise<void> {
  const file = cardFile(words, shape);
  const asked = waiting.get(file);
  if (asked) return asked.drawn.promise;
  if (waiting.size >= MOST_WAITING) return Promise.resolve();
  const draw = async () => {
    if ((await getCardStore().open(file)) === null) await drawNow(words, shape);
  };
  const drawn = Promise.withResolvers<void>();
  waiting.set(file, { draw, drawn });
  if (!isDrawing) void drawAll();
  return drawn.promise;
}

/** For so long a story is news, and is shared. */
const NEWS_MS = 6 * 3_600_000;

/**
 * The same for a page that names its card: only of what is news. A card takes as long as twenty pages, and the pages of an
 * archive are looked at by many who share none of them: theirs are drawn when somebody asks for them.
 */
export function askForCardOfNews(words: CardWords, publishedAt: Date, now = new Date()): void {
  if (now.getTime() - publishedAt.getTime() < NEWS_MS) void askForCard(words);
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
  for (const [file, { draw, drawn }] of waiting) {
    await draw().catch((error) => console.error(`share card ${file}: ${(error as Error).message}`));
    waiting.delete(file);
    drawn.resolve();
  }
  isDrawing = false;
}
