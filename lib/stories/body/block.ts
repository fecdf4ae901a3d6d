import type { z } from 'zod';
import type { Pictured } from './blocks/pictured';
import type { HtmlElement, HtmlPiece } from './html/html-tree';
import type { Inline } from './inline/inline-schema';

/** Everything the server knows of one kind of block. `B` is the block as it is stored. */
export interface BlockDefinition<B extends BlockNode> {
  /** The stored `type`s of the block: one, or two for lists. */
  types: readonly B['type'][];
  /** Types of the nodes that stand only inside it, as a table's rows. */
  innerTypes?: readonly string[];
  schema: z.ZodType<B>;
  /** One way to write each block; an empty array where a reader would see nothing of it. */
  tidy(block: B): B[];
  /** Its words, a line for each paragraph: for search, feeds and counts. */
  text(block: B): string[];
  /** What readers get: every word escaped, every address checked. */
  html(block: B, lookups: Lookups): string;
  /** What the form without script calls it. */
  name(block: B): string;
  /**
   * The block in the notation of the form without script. Absent or null: the notation cannot express it, and a line
   * that names it stands in its place.
   */
  notation?(block: B): string | null;
  /** What that line says of it; absent: the first line of its text. */
  summary?(block: B): string;
  /** The pictures that readers see in it, each of which must be described. */
  pictures?(block: B): readonly Pictured[];
  /** A picture of the library that it shows as decoration; null: none. */
  thumbnail?(block: B): number | null;
  /** How it is read from an HTML element, by the element's name. */
  fromHtml?: Readonly<Record<string, (element: HtmlElement, read: HtmlReader) => BlockNode[]>>;
}

/** Any block, before its kind is known. */
export interface BlockNode {
  type: string;
}

/** What a block needs to read the HTML inside of its element. */
export interface HtmlReader {
  blocks(pieces: readonly HtmlPiece[]): BlockNode[];
  inline(pieces: readonly HtmlPiece[]): Inline[];
  holdsBlock(element: HtmlElement): boolean;
}

/** What a document only names, and the few words of the page's own. */
export interface Lookups {
  picture: (id: number) => LibraryPicture | undefined;
  /** Before a credit, as in `ছবি: {name}`. */
  creditLine: (name: string) => string;
  correction: string;
}

/** A picture as the library has it: a file that anything can show, and for `srcset` those to choose from. */
export interface LibraryPicture {
  src: string;
  srcSet: string;
  width: number;
  height: number;
  caption: string;
  credit: string;
  alt: string;
  /** The largest file of it, for those who want to look closely. */
  full: string;
}
