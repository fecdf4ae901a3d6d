import { diffIndices } from 'node-diff3';

/** Blocks `from` to `to` of what stands now give way to blocks `start` to `end` of the merged text. */
export interface Replacement {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * What turns a text that was typed on into the merge of what was sent of it: `was` as it was sent, `merged` as it came
 * back, `now` as it stands, each a list of blocks by their words, `''` an empty one. From the last to the first, so
 * that none moves the next. Null: the merge has changed a block that was typed on in.
 */
export function rebaseBlocks(
  was: readonly string[],
  merged: readonly string[],
  now: readonly string[],
): Replacement[] | null {
  // An empty paragraph is a place for the caret, and in no saved text.
  const words = [...was.keys()].filter((at) => was[at] !== '');
  const came = [...merged.keys()].filter((at) => merged[at] !== '');
  const places = placesOf(was, now);
  const replacements: Replacement[] = [];
  for (const { buffer1, buffer2 } of diffIndices(
    words.map((at) => was[at] ?? ''),
    came.map((at) => merged[at] ?? ''),
  )) {
    const [first, count] = buffer1;
    const [start, length] = buffer2;
    const gone = words.slice(first, first + count).map((at) => places[at]);
    const from = gone[0]?.at ?? pointAt(words[first], words[first - 1], places, now.length);
    const last = count === 0 ? undefined : gone[count - 1]?.at;
    if (from === null || (count > 0 && last === undefined) || gone.some((place) => !place?.isSame))
      return null;
    const to = last === undefined ? from : last + 1;
    // Something new was begun between them.
    if (now.slice(from, to).filter((block) => block !== '').length !== count) return null;
    replacements.push({ from, to, start: came[start] ?? 0, end: (came[start + length - 1] ?? -1) + 1 });
  }
  return replacements.reverse();
}

type BlockPosition = { at: number; isSame: boolean } | null;

/** Where each block of one text stands in the other; a block that was changed where it stood is not the same. */
function placesOf(was: readonly string[], now: readonly string[]): BlockPosition[] {
  const places: BlockPosition[] = [];
  let behind = 0;
  for (const { buffer1, buffer2 } of [
    ...diffIndices([...was], [...now]),
    { buffer1: [was.length, 0], buffer2: [now.length, 0] } as const,
  ]) {
    const [start, count] = buffer1;
    while (places.length < start) places.push({ at: places.length + behind, isSame: true });
    for (let at = 0; at < count; at += 1)
      places.push(count === buffer2[1] ? { at: buffer2[0] + at, isSame: false } : null);
    behind = buffer2[0] + buffer2[1] - places.length;
  }
  return places;
}

/** Before the block that follows, or behind the one before it. */
function pointAt(
  next: number | undefined,
  before: number | undefined,
  places: readonly BlockPosition[],
  length: number,
): number | null {
  const following = next === undefined ? undefined : places[next];
  if (following) return following.at;
  const last = before === undefined ? undefined : places[before];
  if (last) return last.at + 1;
  return next === undefined && before === undefined ? length : null;
}
