import { expect, test } from 'vitest';
import { shownStory, typedStory } from './story-form';

test('a form is read, and shown again as it was typed', () => {
  const form = new FormData();
  form.set('headline', 'শিরোনাম');
  form.set('body', 'এক\r\n\r\nদুই');
  form.set('topics', 'খাল, নদী、পানি,');
  form.set('pictureId', '7');
  form.set('comments', 'closed');

  const fields = typedStory(form);

  expect(fields).toMatchObject({
    headline: 'শিরোনাম',
    body: 'এক\n\nদুই',
    topics: ['খাল', ' নদী', 'পানি'],
    pictureId: 7,
    section: '',
    comments: 'closed',
  });
  expect(shownStory(fields)).toMatchObject({ body: 'এক\n\nদুই', pictureId: '7', section: '' });
});

test('an empty text beside a document leaves the document', () => {
  const form = new FormData();
  form.set('body', ' ');
  form.set(
    'bodyDoc',
    '{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"ক"}]}]}',
  );
  expect(typedStory(form).bodyDoc).toMatchObject({ content: [{ type: 'paragraph' }] });
  form.delete('bodyDoc');
  expect(typedStory(form)).toMatchObject({ body: ' ', bodyDoc: null });
});
