/** More than all pages hold that are made at once; of one that was given up nobody takes them. */
const AT_MOST = 400;

/**
 * HTML on its way from a server component to the component for the browser that puts it into the page: the two are in
 * bundles of their own and share nothing but the process.
 */
const house = globalThis as { writtenPieces?: Map<number, string> };
house.writtenPieces ??= new Map();
const pieces = house.writtenPieces;
let last = 0;

/** The key to take it by, once. */
export function layPiece(html: string): number {
  last += 1;
  pieces.set(last, html);
  if (pieces.size > AT_MOST) pieces.delete(pieces.keys().next().value ?? last);
  return last;
}

/** @throws {Error} that there is none: a page without a part of it shall not be remembered. */
export function takePiece(key: number): string {
  const html = pieces.get(key);
  if (html === undefined) throw new Error(`no written piece ${key}`);
  pieces.delete(key);
  return html;
}
