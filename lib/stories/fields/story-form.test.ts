import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blockDefinitions } from '../body/blocks';
import { aDocument, anyDocument, aParagraph } from '../body/testing/documents';
import { tidyDocument } from '../body/tidy-document';
import { emptyFields } from './catalogue';
import { parseStoryForm, storyFormValues } from './story-form';

test('a form is read, and shown again as it was typed', () => {
  const form = new FormData();
  form.set('headline', 'শিরোনাম');
  form.set('body', 'এক\r\n\r\nদুই');
  form.set('topics', 'খাল, নদী、পানি,');
  form.set('pictureId', '7');
  form.set('comments', 'closed');

  const fields = parseStoryForm(form);

  expect(fields).toMatchObject({
    headline: 'শিরোনাম',
    body: aDocument(aParagraph('এক'), aParagraph('দুই')),
    topics: ['খাল', ' নদী', 'পানি'],
    pictureId: 7,
    section: '',
    comments: 'closed',
  });
  expect(storyFormValues(fields)).toMatchObject({
    body: 'এক\n\nদুই',
    bodyDoc: '',
    pictureId: '7',
    section: '',
  });
});

test('every kind of block comes back from the form without script as it was', () => {
  const kinds = new Set<string>();
  fc.assert(
    fc.property(anyDocument, (any) => {
      const body = tidyDocument(any);
      for (const { type } of body.content) kinds.add(type);
      const form = new FormData();
      // As a browser sends it.
      for (const [name, value] of Object.entries(storyFormValues({ ...emptyFields, body })))
        form.set(name, value.replaceAll('\n', '\r\n'));
      expect(parseStoryForm(form).body).toEqual(body);
    }),
    { numRuns: 600 },
  );
  expect([...kinds].sort()).toEqual(blockDefinitions.flatMap(({ types }): readonly string[] => types).sort());
});

test('an empty text beside a document leaves the document', () => {
  const form = new FormData();
  form.set('body', ' ');
  form.set(
    'bodyDoc',
    '{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"ক"}]}]}',
  );
  expect(parseStoryForm(form).body).toMatchObject({ content: [{ type: 'paragraph' }] });
  form.delete('bodyDoc');
  expect(parseStoryForm(form)).toMatchObject({ body: aDocument() });
});
