import fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentHtml } from '../document-html';
import { documentText } from '../document-text';
import { aDocument, aFigure, anyDocument, aParagraph, marked } from '../testing/documents';
import { tidyDocument } from '../tidy-document';
import { bodyFromNotation } from './body-from-notation';
import { documentFromNotation, hasBlockReferences, notationFromDocument } from './document-notation';

test('a document comes back from its typed text as it was, whatever it holds', () => {
  fc.assert(
    fc.property(anyDocument, (any) => {
      const document = tidyDocument(any);
      expect(tidyDocument(document)).toEqual(document);
      const back = documentFromNotation(notationFromDocument(document), document);
      expect(back).toEqual({ ok: true, value: document });
    }),
    { numRuns: 1500 },
  );
});

test('what was typed is rendered the same by way of a document', () => {
  const nothing = { picture: () => undefined, creditLine: (name: string) => name, correction: '' };
  for (const notation of [
    'ক\nখ\n\nগ',
    '## যা থাকবে\nখ',
    '> এক\n>\n> দুই',
    '- এক\n- দুই\nপরে',
    '5 < 6 && 7 > 3, <অ> চিহ্নটি লেখা',
    'আগে <strong>জোর</strong> ও <a href="/sports/7">লিংক</a>',
    '<ol><li>এক</li><li>দুই</li></ol>',
    'মূল্য <১০০ টাকা, R&D',
  ]) {
    const document = documentFromNotation(notation);
    if (!document.ok) throw new Error(document.code);
    expect(documentHtml(document.value, nothing)).toBe(bodyFromNotation(notation).html);
    expect(documentText(document.value)).toBe(bodyFromNotation(notation).text);
  }
});

test('HTML that was typed becomes blocks: a picture among words, a table, a caption', () => {
  const made = documentFromNotation(
    '<figure><img src="/media/nodi-640.webp" alt="নদী"><figcaption>ভোর</figcaption></figure>\n\n' +
      'আগে <img src="/media/b.webp" alt=""> পরে\n\n<table><tr><th colspan=2>ক</th></tr><tr><td>খ<td>গ</table>',
  );
  expect(made.ok && made.value.content.map(({ type }) => type)).toEqual([
    'figure',
    'paragraph',
    'figure',
    'paragraph',
    'table',
  ]);
  expect(made.ok && made.value.content[0]).toEqual(
    aFigure({ pictureId: null, file: 'nodi-640.webp', caption: 'ভোর', alt: 'নদী' }),
  );
});

const base = aDocument(
  aParagraph('ক'),
  aFigure({ caption: 'ভোরের [নদী]' }),
  { type: 'alsoRead', attrs: { storyId: 7 } },
  { type: 'horizontalRule' },
);

test('a block that has no sign is one line, which can be moved, doubled and taken out', () => {
  expect(notationFromDocument(base)).toBe(
    'ক\n\n[[ব্লক ২: ছবি – ভোরের নদী]]\n\n[[ব্লক ৩: আরও পড়ুন – ৭]]\n\n<hr>',
  );
  const moved = documentFromNotation('[[ব্লক ৩: আরও পড়ুন – ৭]]\nখ\n[[ব্লক 2]]\n[[ব্লক ২: যা-ই লেখা থাক]]', base);
  expect(moved).toEqual({
    ok: true,
    value: aDocument(
      { type: 'alsoRead', attrs: { storyId: 7 } },
      aParagraph('খ'),
      ...[1, 1].map((at) => base.content[at] ?? aParagraph()),
    ),
  });
});

test.each(['[[ব্লক ৯]]', '[[ব্লক ০]]', 'আগে\n\n[[ব্লক ৩]]'])(
  'a line that names no block, %j, is refused',
  (notation) => {
    expect(documentFromNotation(notation, aDocument(aParagraph('ক')))).toEqual({
      ok: false,
      code: 'unknown-block',
    });
    expect(hasBlockReferences(notation)).toBe(true);
  },
);

test('a paragraph that only looks like a sign is kept as words', () => {
  const document = aDocument(
    aParagraph('- ক'),
    aParagraph('## ক', { type: 'hardBreak' }, '> খ'),
    aParagraph('[[ব্লক ১]]'),
    aParagraph('<b> &lt; ', marked('&amp;', 'bold')),
  );
  expect(documentFromNotation(notationFromDocument(document))).toEqual({ ok: true, value: document });
});
