import { getPictureStore } from '@/lib/pictures/picture-store';
import { type CardShape, type CardWords, cardFile } from './card';
import { getCardStore } from './card-store';
import { drawCard } from './draw-card';

/** More than wait already is a crawler walking through the archive: those are drawn when they are asked for again. */
const MOST_WAITING = 200;

/** One at a time: a card takes a quarter of a second, and readers' pages are rendered beside it. */
const waiting = new Map<string, () => Promise<unknown>>();
let isDrawing = false;

/** Lets a card be drawn behind the answer that is being given, unless it is there. Never throws. */
export function requestCard(words: CardWords, shape: CardShape = 'wide'): void {
  const file = cardFile(words, shape);
  if (waiting.has(file) || waiting.size >= MOST_WAITING) return;
  waiting.set(file, async () => {
    if ((await getCardStore().open(file)) === null) await drawNow(words, shape);
  });
  if (!isDrawing) void drawAll();
}

/** For so long a story is news, and is shared. */
const NEWS_MS = 6 * 3_600_000;

/**
 * The same for a page that names its card: only of what is news. A card takes as long as twenty pages, and the pages of an
 * archive are looked at by many who share none of them: theirs are drawn when somebody asks for them.
 */
export function requestCardOfNews(words: CardWords, publishedAt: Date, now = new Date()): void {
  if (now.getTime() - publishedAt.getTime() < NEWS_MS) requestCard(words);
}

/** Some page is always cold: one of the two that are made at a time may wait for a card, never both. */
let somebodyWaits = false;

/**
 * The card, drawn while the asker waits a quarter of a second. Who asks for one that is not there is a network that somebody
 * has just given an old story's address: it looks once, and shows for ever what it was given. One asker at a time; null for
 * another, whose card is drawn behind him, and where drawing fails.
 */
export async function drawCardNow(
  words: CardWords,
  shape: CardShape,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (somebodyWaits) {
    requestCard(words, shape);
    return null;
  }
  somebodyWaits = true;
  try {
    return await drawNow(words, shape);
  } catch (error) {
    console.error(`share card ${cardFile(words, shape)}: ${(error as Error).message}`);
    return null;
  } finally {
    somebodyWaits = false;
  }
}

/** Draws a card and keeps it; resolves with its bytes. */
export async function drawNow(words: CardWords, shape: CardShape): Promise<Uint8Array<ArrayBuffer>> {
  const picture = words.pictureFile ? await getPictureStore().open(words.pictureFile) : null;
  const bytes = new Uint8Array(await drawCard(words, shape, picture));
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
