import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MergedStretch, mergeBlocks } from './merge-blocks';

const summary = (stretches: MergedStretch[]) =>
  stretches.map((stretch) =>
    stretch.from === 'conflict'
      ? `! ${stretch.mine.join('')}|${stretch.theirs.join('')} was ${stretch.was.join('')}`
      : `${stretch.from} ${stretch.blocks.join('')}${stretch.from === 'both' ? '' : ` was ${stretch.was.join('')}`}`,
  );

test.each([
  ['কখগ', 'কখগ', 'কখগ', ['both কখগ']],
  ['কখগ', 'কXগ', 'কখগ', ['both ক', 'mine X was খ', 'both গ']],
  ['কখগ', 'Xখগ', 'কখY', ['mine X was ক', 'both খ', 'theirs Y was গ']],
  ['কখ', 'Xখ', 'কY', ['mine X was ক', 'theirs Y was খ']],
  ['কখ', 'Xখ', 'Yখ', ['! X|Y was ক', 'both খ']],
  ['কখ', 'Xখ', 'Xখ', ['both X', 'both খ']],
  ['কখ', 'কখX', 'কখY', ['both কখ', '! X|Y was ']],
  ['কখ', 'কখX', 'Yখ', ['both ', 'theirs Y was ক', 'both খ', 'mine X was ']],
  ['কখগ', 'কগ', 'কখগY', ['both ক', 'mine  was খ', 'both গ', 'theirs Y was ']],
  ['কখগ', 'কগ', 'কYগ', ['both ক', '! |Y was খ', 'both গ']],
  ['', 'X', 'Y', ['! X|Y was ']],
  ['', '', '', []],
])('%s, mine %s and theirs %s', (base, mine, theirs, expected) => {
  const merged = summary(mergeBlocks([...base], [...mine], [...theirs]));
  expect(merged).toEqual(expected.filter((line) => line !== 'both '));
});

test('nothing that either has added is missing, and without the other a side stands as it is', () => {
  const text = fc.array(fc.constantFrom('ক', 'খ', 'গ', 'ঘ', 'ঙ'), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      const merged = mergeBlocks(base, mine, theirs);
      const all = merged.flatMap((stretch) =>
        stretch.from === 'conflict' ? [...stretch.mine, ...stretch.theirs] : stretch.blocks,
      );
      for (const side of [mine, theirs]) {
        for (const block of side) if (!base.includes(block)) expect(all).toContain(block);
      }
      const alone = mergeBlocks(base, mine, base);
      expect(alone.flatMap((stretch) => (stretch.from === 'conflict' ? ['!'] : stretch.blocks))).toEqual(
        mine,
      );
      expect(merged.flatMap(({ was }) => was)).toEqual(base);
    }),
    { numRuns: 500 },
  );
});

test('a body of a hundred thousand equal paragraphs is still answered', () => {
  const many = Array.from({ length: 100_000 }, () => 'ক');
  const merged = mergeBlocks(many, ['X', ...many], [...many, 'Y']);
  expect(summary(merged).filter((line) => !line.startsWith('both'))).toEqual([
    'mine X was ',
    'theirs Y was ',
  ]);
});
