import { expect, test } from 'vitest';
import { rebaseBlocks } from './rebase-blocks';

/** The text that comes of it; null where none does. */
function taken(was: string[], merged: string[], now: string[]): string[] | null {
  const text = [...now];
  const replacements = rebaseBlocks(was, merged, now);
  for (const { from, to, start, end } of replacements ?? [])
    text.splice(from, to - from, ...merged.slice(start, end));
  return replacements && text;
}

test.each([
  ['nothing was typed since', ['ক', 'খ', 'গ'], ['ক', 'খখ', 'গ', 'ঘ'], ['ক', 'খ', 'গ'], ['ক', 'খখ', 'গ', 'ঘ']],
  ['typed on in a block that the merge has left', ['ক', 'খ'], ['কক', 'খ'], ['ক', 'খ আর'], ['কক', 'খ আর']],
  [
    'theirs stands before the block that is typed in',
    ['ক', 'খ'],
    ['ক', 'ওঁর', 'খ'],
    ['ক', 'খ আর'],
    ['ক', 'ওঁর', 'খ আর'],
  ],
  [
    'theirs stands behind the last, which is typed in',
    ['ক', 'খ'],
    ['ক', 'খ', 'ওঁর'],
    ['ক', 'খ আর'],
    ['ক', 'খ আর', 'ওঁর'],
  ],
  ['a block was taken out by the other', ['ক', 'খ', 'গ'], ['ক', 'গ'], ['ক', 'খ', 'গ আর'], ['ক', 'গ আর']],
  ['a new block was begun since', ['ক', 'খ'], ['কক', 'খ'], ['ক', 'খ', 'নতুন'], ['কক', 'খ', 'নতুন']],
  ['a block was begun before all', ['ক', 'খ'], ['ক', 'খখ'], ['নতুন', 'ক', 'খ'], ['নতুন', 'ক', 'খখ']],
  ['an empty paragraph keeps the caret', ['ক', '', 'খ'], ['কক', 'খ'], ['ক', '', 'খ'], ['কক', '', 'খ']],
  ['a first word into an empty text', [''], ['ওঁর'], ['আমার'], ['আমার', 'ওঁর']],
  ['all of it was emptied by the other', ['ক'], [''], ['ক'], []],
  ['nothing changed', ['ক'], ['ক'], ['ক', 'খ'], ['ক', 'খ']],
])('the merge comes in where %s', (_, was, merged, now, wanted) => {
  expect(taken(was, merged, now)).toEqual(wanted);
});

test.each([
  ['was typed on in', ['ক', 'খ'], ['কক', 'খ'], ['ক আর', 'খ']],
  ['was taken out since', ['ক', 'খ', 'গ'], ['ক', 'খখ', 'গ'], ['ক', 'গ']],
])('no merge comes over a block that %s', (_, was, merged, now) => {
  expect(taken(was, merged, now)).toBeNull();
});

test('whatever is typed and merged apart, every block of both stands', () => {
  let state = 7;
  const chance = (below: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
  let came = 0;
  for (let trial = 0; trial < 3000; trial += 1) {
    const was = Array.from({ length: 1 + chance(6) }, (_, at) => `${at}`);
    const change = (text: string[], who: string) => {
      const out = [...text];
      for (let times = chance(4); times > 0; times -= 1) {
        const at = chance(out.length + 1);
        if (chance(2) === 0) out.splice(at, 0, `${who}${trial}-${times}`);
        else if (out[at]) out[at] += ` ${who}${times}`;
      }
      return out;
    };
    const [merged, now] = [change(was, 'ওঁর'), change(was, 'আমার')];
    const text = taken(was, merged, now);
    if (!text) continue;
    came += 1;
    const words = (blocks: string[]) => blocks.join(' ').split(' ');
    const stands = words(text);
    for (const word of [...words(merged), ...words(now)]) expect(stands).toContain(word);
    expect(new Set(text).size).toBe(text.length);
  }
  expect(came).toBeGreaterThan(1000);
});
