import { expect, test } from 'vitest';
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
    body: 'এক\n\nদুই',
    topics: ['খাল', ' নদী', 'পানি'],
    pictureId: 7,
    section: '',
    comments: 'closed',
  });
  expect(storyFormValues(fields)).toMatchObject({ body: 'এক\n\nদুই', pictureId: '7', section: '' });
});

test('an empty text beside a document leaves the document', () => {
  const form = new FormData();
  form.set('body', ' ');
  form.set(
    'bodyDoc',
    '{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"ক"}]}]}',
  );
  expect(parseStoryForm(form).bodyDoc).toMatchObject({ content: [{ type: 'paragraph' }] });
  form.delete('bodyDoc');
  expect(parseStoryForm(form)).toMatchObject({ body: ' ', bodyDoc: null });
});
