import { createHash } from 'node:crypto';

/** `wide`: 1200 × 630, what others show beside a link. `square`: 1080 × 1080, for the newsroom's own posts. */
export const cardShapes = ['wide', 'square'] as const;
export type CardShape = (typeof cardShapes)[number];

/** Whose card it is: a story's, or that of a page which lists stories. */
export type CardOf = 'story' | 'section' | 'topic' | 'byline';

export interface CardAt {
  of: CardOf;
  id: number;
}

/** What stands on a card. */
export interface CardWords extends CardAt {
  headline: string;
  siteName: string;
  /** In Bengali, as it is printed: of a story its date, of another what it is. */
  below: string;
  /** The picture's file in the media folder; null: the drawn cover. */
  pictureFile: string | null;
}

/** Counts up when the drawing itself changes, so that every card is drawn anew. */
const DRAWING = 1;

/** A card's file, as in `7-0123456789ab-wide.jpg` of a story and `topic-7-…` of another: other words or another picture have another name. */
export function cardFile(words: CardWords, shape: CardShape): string {
  const content = JSON.stringify([DRAWING, words.headline, words.siteName, words.below, words.pictureFile]);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return `${words.of === 'story' ? '' : `${words.of}-`}${words.id}-${hash}-${shape}.jpg`;
}

export function cardAddress(file: string): string {
  return `/share-card/${file}`;
}

export function namedCard(file: string): (CardAt & { shape: CardShape }) | null {
  const named = /^(?:(section|topic|byline)-)?([1-9]\d{0,14})-[0-9a-f]{12}-(wide|square)\.jpg$/.exec(file);
  if (!named) return null;
  const [, of = 'story', id, shape] = named;
  return { of: of as CardOf, id: Number(id), shape: shape as CardShape };
}

export const cardSize: Readonly<Record<CardShape, { width: number; height: number }>> = {
  wide: { width: 1200, height: 630 },
  square: { width: 1080, height: 1080 },
};
