import { type ComponentProps, Fragment, type ReactNode } from 'react';
import type { FrontBlock } from '@/lib/fronts/reading';
import type { Say } from '@/lib/site/labels';
import { BlockLayout } from './block-layout';
import type { DistrictPicker } from './district-picker';

interface Blocks {
  blocks: readonly FrontBlock[];
  divisions: ComponentProps<typeof DistrictPicker>['divisions'];
  now: Date;
  say: Say;
  /** What stands behind a row, by its number from 1. */
  after?: Readonly<Record<number, ReactNode>>;
}

const MOST_IN_ROW = { full: 1, half: 2, third: 3 } as const;

/** Containers in their order. Neighbours of half a width stand two in a row, those of a third three. */
export function FrontBlocks({ blocks, after = {}, ...rest }: Blocks) {
  return rowsOf(blocks).map((row, at) => (
    <Fragment key={row[0]?.id}>
      {rowOf(row, rest)}
      {after[at + 1]}
    </Fragment>
  ));
}

function rowOf(row: readonly FrontBlock[], rest: Omit<Blocks, 'blocks' | 'after'>): ReactNode {
  const [first] = row;
  if (first?.width === 'full') return <BlockLayout key={first.id} block={first} {...rest} />;
  const columns = first?.width === 'half' || row.length === 2 ? 'cols g66 ruled' : 'cols c3 ruled';
  return (
    <div key={first?.id} className="page block">
      <div className={columns}>
        {row.map((block) => (
          <BlockLayout key={block.id} block={block} {...rest} />
        ))}
      </div>
    </div>
  );
}

function rowsOf(blocks: readonly FrontBlock[]): FrontBlock[][] {
  const rows: FrontBlock[][] = [];
  for (const block of blocks) {
    const row = rows.at(-1);
    if (row?.[0]?.width === block.width && row.length < MOST_IN_ROW[block.width]) row.push(block);
    else rows.push([block]);
  }
  return rows;
}
