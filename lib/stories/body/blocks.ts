import type { BlockDefinition } from './block';
import { alsoRead } from './blocks/also-read';
import { correctionNote } from './blocks/correction-note';
import { embed } from './blocks/embed';
import { factBox } from './blocks/fact-box';
import { figure } from './blocks/figure';
import { gallery } from './blocks/gallery';
import { heading } from './blocks/heading';
import { list } from './blocks/list';
import { paragraph } from './blocks/paragraph';
import { pullQuote } from './blocks/pull-quote';
import { quotation } from './blocks/quotation';
import { rule } from './blocks/rule';
import { table } from './blocks/table';

/**
 * Every kind of block that a body may contain. How the editor displays each is in `components/admin/editor/blocks`.
 */
export const blockDefinitions = [
  paragraph,
  heading,
  list,
  quotation,
  pullQuote,
  figure,
  gallery,
  table,
  rule,
  embed,
  factBox,
  correctionNote,
  alsoRead,
] as const;

export type Block = (typeof blockDefinitions)[number] extends infer D
  ? D extends { tidy(block: infer B): unknown }
    ? B
    : never
  : never;

const byType: ReadonlyMap<string, BlockDefinition<Block>> = new Map(
  blockDefinitions.flatMap((definition: BlockDefinition<Block>) =>
    definition.types.map((type) => [type, definition] as const),
  ),
);

export function definitionOf(block: Block): BlockDefinition<Block> {
  const definition = byType.get(block.type);
  if (!definition) throw new Error(`no definition of the block ${block.type}`);
  return definition;
}
