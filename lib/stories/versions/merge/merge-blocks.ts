import { createHash } from 'node:crypto';
import { diffIndices } from 'node-diff3';

/** A stretch of two texts with a common base, as it appears in the merged text; `was`: its former content. */
export type MergedStretch =
  | { from: 'both' | 'mine' | 'theirs'; blocks: string[]; was: string[] }
  /** Changed differently by both. `key` identifies this conflict, so that a choice never applies to another one. */
  | { from: 'conflict'; key: string; mine: string[]; theirs: string[]; was: string[] };

/** The common subsequence takes the product of the lists' lengths. No story has so many paragraphs. */
const MOST_COMPARED = 2000;

/**
 * Three-way merge of lists of blocks, which are equal when their text is. A block may be anything that is merged as a
 * whole: a paragraph, or a document's node as JSON. Changes in neighbouring blocks do not conflict.
 */
export function mergeBlocks(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): MergedStretch[] {
  const merged: MergedStretch[] = [];
  const changes = [...changesOf(base, mine, 'mine'), ...changesOf(base, theirs, 'theirs')].sort(
    (one, other) => one.start - other.start || one.end - other.end,
  );
  let reached = 0;
  for (let at = 0; at < changes.length; ) {
    const [first, ...rest] = changes.slice(at);
    if (!first) break;
    const group = [first];
    let end = first.end;
    for (const next of rest) {
      const isAtOnePoint = next.start === first.start && next.end === first.end;
      if (next.start >= end && !isAtOnePoint) break;
      group.push(next);
      end = Math.max(end, next.end);
    }
    at += group.length;
    pushSame(merged, base.slice(reached, first.start));
    const span = { start: first.start, end };
    merged.push(
      ...stretchesOf(
        sideOf(base, group, 'mine', span),
        base.slice(first.start, end),
        sideOf(base, group, 'theirs', span),
      ),
    );
    reached = end;
  }
  pushSame(merged, base.slice(reached));
  return merged;
}

/** Short, and equal for equal sides: names a choice in a form. */
export function keyOf(...sides: unknown[]): string {
  return createHash('sha256').update(JSON.stringify(sides)).digest('hex').slice(0, 16);
}

interface Change {
  side: 'mine' | 'theirs';
  /** The range in the base and its replacement. */
  start: number;
  end: number;
  blocks: string[];
}

function changesOf(base: readonly string[], text: readonly string[], side: Change['side']): Change[] {
  let head = 0;
  const shorter = Math.min(base.length, text.length);
  while (head < shorter && base[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && base[base.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;

  const before = base.slice(head, base.length - tail);
  const after = text.slice(head, text.length - tail);
  if (before.length === 0 && after.length === 0) return [];
  if (before.length > MOST_COMPARED || after.length > MOST_COMPARED) {
    return [{ side, start: head, end: base.length - tail, blocks: after }];
  }
  return diffIndices([...before], [...after]).map(({ buffer1: [start, length], buffer2Content }) => ({
    side,
    start: head + start,
    end: head + start + length,
    blocks: buffer2Content,
  }));
}

/** What one side made of a range of the base. */
function sideOf(
  base: readonly string[],
  changes: readonly Change[],
  side: Change['side'],
  span: { start: number; end: number },
): string[] {
  const blocks: string[] = [];
  let reached = span.start;
  for (const change of changes) {
    if (change.side !== side) continue;
    blocks.push(...base.slice(reached, change.start), ...change.blocks);
    reached = change.end;
  }
  blocks.push(...base.slice(reached, span.end));
  return blocks;
}

function stretchesOf(mine: string[], was: string[], theirs: string[]): MergedStretch[] {
  const isBlockByBlock = mine.length === was.length && theirs.length === was.length;
  if (!isBlockByBlock) return [stretchOf(mine, was, theirs)];
  return was.map((block, at) => stretchOf([mine[at] ?? ''], [block], [theirs[at] ?? '']));
}

function stretchOf(mine: string[], was: string[], theirs: string[]): MergedStretch {
  if (isSame(mine, theirs)) return { from: 'both', blocks: mine, was };
  if (isSame(mine, was)) return { from: 'theirs', blocks: theirs, was };
  if (isSame(theirs, was)) return { from: 'mine', blocks: mine, was };
  return { from: 'conflict', key: keyOf(was, mine, theirs), mine, theirs, was };
}

function pushSame(merged: MergedStretch[], blocks: string[]): void {
  if (blocks.length > 0) merged.push({ from: 'both', blocks, was: blocks });
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((block, at) => block === other[at]);
}
