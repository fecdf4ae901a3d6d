/** What a page tells the door about itself. */
export interface PageNote {
  /** Everything it shows (`lib/cache/tags.ts`). */
  tags: readonly string[];
  /** What it shows a mere choice of: old for one more reader, while a new page is made. */
  soft?: readonly string[];
  /** A status that Next cannot give a page, as 410. Never 404: that is `notFound()`. */
  status?: number;
}

/** The note as one attribute: read again by `lib/door/pages/finish-document.ts`, which takes it out. */
export function writeNote(note: PageNote): string {
  return JSON.stringify(note);
}
