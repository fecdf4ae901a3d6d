import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from './parse-document';
import { aDocument, anyDocument, aParagraph } from './testing/documents';
import { tidyDocument } from './tidy-document';

const nested = (depth: number): unknown =>
  depth === 0
    ? { type: 'paragraph', content: [{ type: 'text', text: 'ক' }] }
    : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] };
const doc = (...content: unknown[]) => JSON.stringify({ type: 'doc', version: 1, content });

test.each([
  ['', true, null],
  ['{', false, 'malformed'],
  ['null', false, 'malformed'],
  ['[]', false, 'malformed'],
  ['"doc"', false, 'malformed'],
  ['{"type":"doc","content":[]}', false, 'malformed'],
  ['{"type":"doc","version":2,"content":[]}', false, 'malformed'],
  ['{"type":"paragraph"}', false, 'malformed'],
  [doc({ type: 'script', content: [] }), false, 'unknown-block'],
  [doc({ type: 'paragraph', content: [{ type: 'iframe' }] }), false, 'unknown-block'],
  [doc({ type: 'paragraph', content: 'ক' }), false, 'malformed'],
  [doc({ type: 'paragraph', content: [{ type: 'text', text: 7 }] }), false, 'malformed'],
  [
    doc({ type: 'paragraph', content: [{ type: 'text', text: 'ক', marks: [{ type: 'onclick' }] }] }),
    false,
    'malformed',
  ],
  [doc({ type: 'heading', attrs: { level: 1 } }), false, 'malformed'],
  [doc({ type: 'tableRow', content: [] }), false, 'malformed'],
  [doc({ type: 'figure', attrs: { pictureId: -1 } }), false, 'malformed'],
  [doc({ type: 'figure', attrs: { pictureId: null, file: '../../etc/passwd' } }), false, 'malformed'],
  [doc({ type: 'embed', attrs: { provider: 'evil', url: 'https://x.y' } }), false, 'malformed'],
  [doc({ type: 'factBox', attrs: { title: 'ক'.repeat(301) }, content: [] }), false, 'too-large'],
  [doc(nested(3)), true, undefined],
  [doc(nested(30)), false, 'too-deep'],
  [doc(...Array.from({ length: 30_001 }, () => ({ type: 'horizontalRule' }))), false, 'too-large'],
  ['x'.repeat(1_600_001), false, 'too-large'],
])('%.80s is read or refused with a word', (json, isRead, code) => {
  const read = parseDocument(json);
  expect(read.ok).toBe(isRead);
  if (!read.ok) expect(read.code).toBe(code);
});

test('what the editor adds for itself is left out, and what is empty goes', () => {
  const sent = doc(
    { type: 'paragraph' },
    {
      type: 'paragraph',
      attrs: { textAlign: null },
      content: [
        {
          type: 'text',
          text: ' ক  ',
          marks: [{ type: 'link', attrs: { href: '/a', target: '_blank', class: 'x' } }],
        },
      ],
    },
  );
  expect(parseDocument(sent)).toEqual({
    ok: true,
    value: aDocument(
      aParagraph({ type: 'text', text: 'ক', marks: [{ type: 'link', attrs: { href: '/a' } }] }),
    ),
  });
});

test('a depth that no stack holds is answered', () => {
  expect(parseDocument('{"type":"doc","version":1,"content":['.repeat(40_000)).ok).toBe(false);
  const deep = `${'{"type":"listItem","content":['.repeat(40_000)}${']}'.repeat(40_000)}`;
  expect(parseDocument(deep)).toEqual({ ok: false, code: 'too-deep' });
});

test('any JSON is answered, and a document comes through as it is', () => {
  fc.assert(fc.property(fc.json(), (json) => typeof parseDocument(json).ok === 'boolean'));
  fc.assert(
    fc.property(anyDocument, (document) => {
      const tidy = tidyDocument(document);
      expect(parseDocument(JSON.stringify(tidy))).toEqual({ ok: true, value: tidy });
    }),
  );
});
