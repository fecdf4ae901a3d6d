import { alsoRead } from './blocks/also-read.client';
import { correctionNote } from './blocks/correction-note';
import { embed } from './blocks/embed.client';
import { factBox } from './blocks/fact-box.client';
import { figure } from './blocks/figure.client';
import { gallery } from './blocks/gallery.client';
import { pullQuote } from './blocks/pull-quote.client';
import { rule } from './blocks/rule';
import { table } from './blocks/table';
import type { EditorBlock } from './editor-block';

/** The blocks that the editor adds to plain text, in the order of their buttons. */
export const editorBlocks: readonly EditorBlock[] = [
  figure,
  gallery,
  embed,
  alsoRead,
  pullQuote,
  factBox,
  correctionNote,
  table,
  rule,
];
