import { existsSync, readFileSync } from 'node:fs';
import { inlineScript } from '@/lib/cache/inline-script';

/** Readers' scripts, by what they are for: where each lies, as the build named it. */
export interface ReaderModules {
  /** Enhances every page. */
  reader?: string;
  /** Runs before the first paint: a file for pages of one reader, … */
  firstPaint?: string;
  /** … and the same as text, for the heads of all others. */
  firstPaintText?: string;
  /** Fills the reader's own page, and the one for those without a line. */
  saved?: string;
  /** Looks of forms of stories: a style sheet, for those pages alone. */
  formats?: string;
  /** Looks of the search's form and of what it found: a style sheet. */
  search?: string;
  /** Shows a gallery in full size. */
  gallery?: string;
  /** Asks for a live story's newer posts. */
  live?: string;
  /** Opens cards of other houses in their place. */
  embeds?: string;
  /** Does the sum that some senders of comments are asked for. */
  proof?: string;
}

let modules: ReaderModules | undefined;

/** Empty without a build, and every page works all the same. */
export function readerModules(): ReaderModules {
  modules ??= read('public/enhance/manifest.json');
  return modules;
}

function read(manifest: string): ReaderModules {
  if (!existsSync(manifest)) return {};
  const named = JSON.parse(readFileSync(manifest, 'utf8')) as ReaderModules;
  return named.firstPaint ? { ...named, firstPaintText: inlineScript(`public${named.firstPaint}`) } : named;
}
