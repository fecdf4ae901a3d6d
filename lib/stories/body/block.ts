import type { z } from 'zod';
import type { Pictured } from './blocks/pictured';
import type { HtmlElement, HtmlPiece } from './html/html-tree';
import type { Inline } from './inline/inline-schema';

/** Everything the server needs to know about one kind of block. `B` is the block as it is stored. */
export interface BlockDefinition<B extends BlockNode> {
  /** The stored `type`s of the block: one, or two for lists. */
  types: readonly B['type'][];
  /** Types of the nodes that occur only inside it, such as a table's rows. */
  innerTypes?: readonly string[];
  schema: z.ZodType<B>;
  /** Returns the canonical form of a block; an empty array if a reader would see nothing of it. */
  tidy(block: B): B[];
  /** Its text, one line per paragraph: for search, feeds and word counts. */
  text(block: B): string[];
  /** The HTML for readers: text escaped, addresses checked. */
  html(block: B, lookups: Lookups): string;
  /** Its name in the form without JavaScript. */
  name(block: B): string;
  /**
   * The block in the notation of the form without JavaScript. Absent or null if the notation cannot express it; a
   * reference line stands in its place then.
   */
  notation?(block: B): string | null;
  /** The label in that reference line; absent: the first line of its text. */
  summary?(block: B): string;
  /** The pictures that readers see in it. Each needs a description. */
  pictures?(block: B): readonly Pictured[];
  /** The library picture that it shows as decoration; null if there is none. */
  thumbnail?(block: B): number | null;
  /** How it is parsed from an HTML element, by element name. */
  fromHtml?: Readonly<Record<string, (element: HtmlElement, read: HtmlReader) => BlockNode[]>>;
}

/** Any block, before its kind is known. */
export interface BlockNode {
  type: string;
}

/** What a block needs to parse the HTML inside its element. */
export interface HtmlReader {
  blocks(pieces: readonly HtmlPiece[]): BlockNode[];
  inline(pieces: readonly HtmlPiece[]): Inline[];
  holdsBlock(element: HtmlElement): boolean;
}

/** Values that a document only refers to, and the few labels that its HTML contains. */
export interface Lookups {
  picture: (id: number) => LibraryPicture | undefined;
  /** Before a credit, as in `ছবি: {name}`. */
  creditLine: (name: string) => string;
  correction: string;
}

/** A picture from the library: a file in a format that every browser shows, and the candidates for `srcset`. */
export interface LibraryPicture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  /** Its largest file, for the full-size view. */
  full: string;
}
