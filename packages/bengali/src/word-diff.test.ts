import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aroundChanges, type DiffPiece, wordDiff } from './word-diff.ts';

const said = (pieces: DiffPiece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `+${text}+` : `-${text}-`))
    .join('');

test.each([
  ['ফেরি বন্ধ ছিল।', 'ফেরি চালু ছিল।', 'ফেরি -বন্ধ-+চালু+ ছিল।'],
  ['বাংলাদেশের মানুষ', 'বাংলাদেশে মানুষ', '-বাংলাদেশের-+বাংলাদেশে+ মানুষ'],
  ['ক্ষতি হয়েছে', 'ক্ষতি হয়েছে', 'ক্ষতি হয়েছে'],
  ['সামরিক সহযোগিতা নিয়ে আলোচনা', 'প্রধানের দেওয়া নতুন কথা', '-সামরিক সহযোগিতা নিয়ে আলোচনা-+প্রধানের দেওয়া নতুন কথা+'],
  ['নদী ও নৌকা, ঘাট', 'নদী ও নৌকা, বন্দর', 'নদী ও নৌকা, -ঘাট-+বন্দর+'],
  ['এক।\nদুই।', 'এক।\nদুই তিন।', 'এক।\nদুই+ তিন+।'],
  ['এক।\n\nদুই।', 'দুই।', '-এক।\n\n-দুই।'],
  ['', 'নতুন', '+নতুন+'],
  ['পুরোনো', '', '-পুরোনো-'],
  ['', '', ''],
])('from %j to %j', (before, after, expected) => {
  expect(said(wordDiff(before, after))).toBe(expected);
});

test('both texts can be read out of the difference', () => {
  const text = fc.array(fc.constantFrom('ক্ষ', 'র‍্যাব', ' ', '\n', '\n\n', 'নদী', '।'), { maxLength: 40 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const pieces = wordDiff(before, after);
      const without = (kind: DiffPiece['kind']) =>
        pieces
          .filter((piece) => piece.kind !== kind)
          .map((piece) => piece.text)
          .join('');
      expect([without('added'), without('removed')]).toEqual([before, after]);
    }),
  );
});

test('two long texts that have nothing in common are still compared', () => {
  const one = 'ক '.repeat(50_000);
  const other = 'খ '.repeat(50_000);
  expect(said(wordDiff(one, other))).toBe(`-${one}-+${other}+`);
});

test('what did not change is cut down to the words around what did', () => {
  const long = 'ক খ গ ঘ ঙ চ ছ জ ঝ ঞ';
  const pieces = aroundChanges(wordDiff(`${long} পুরোনো ${long}`, `${long} নতুন ${long}`), 2);
  expect(said(pieces)).toBe(' … ঝ ঞ -পুরোনো-+নতুন+ ক খ … ');
  expect(aroundChanges(wordDiff('ক খ', 'ক গ'), 2)).toEqual(wordDiff('ক খ', 'ক গ'));
});
