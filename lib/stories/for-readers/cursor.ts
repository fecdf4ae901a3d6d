import type { Cursor } from '@/db/queries/stories/listings';

/** The position after a story in a listing, as used in an address: `1764028800000-42`. */
export function cursorAfter(story: { publishedAt: Date; id: number }): string {
  return `${story.publishedAt.getTime()}-${story.id}`;
}

/** Null unless the text is exactly what `cursorAfter` writes. */
export function cursorIn(text: string): Cursor | null {
  const match = /^(0|[1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(text);
  return match ? { publishedAt: new Date(Number(match[1])), id: Number(match[2]) } : null;
}
