import { expect, test } from 'vitest';
import type { StoryFields } from './story-fields';
import { withWorkingTitle } from './working-title';

const titled = (headline: string, body: string, bodyDoc: StoryFields['bodyDoc'] = null) =>
  withWorkingTitle({ headline, body, bodyDoc } as StoryFields).headline;

test.each([
  ['', 'ভোর থেকে ফেরি আটকা।', 'ভোর থেকে ফেরি আটকা।'],
  [' ', 'এক দুই তিন চার পাঁচ ছয় সাত আট নয়', 'এক দুই তিন চার পাঁচ ছয় সাত আট …'],
  ['নিজের', 'এক দুই', 'নিজের'],
  ['', ' \n ', ''],
  ['', '## নদীর কথা\n\n<p>আর <b>খাল</b></p>', 'নদীর কথা আর খাল'],
])('headline “%s”, body “%s”: “%s”', (headline, body, title) => {
  expect(titled(headline, body)).toBe(title.normalize('NFC'));
});

test('a document is called by its words too, and one that cannot be read by none', () => {
  const content = [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'নদী' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'আর খাল' }] },
  ];
  expect(titled('', '', { type: 'doc', version: 1, content } as unknown as StoryFields['bodyDoc'])).toBe(
    'নদী আর খাল',
  );
  expect(titled('', '', 'malformed')).toBe('');
});

test('no word is cut within a letter, however long it is', () => {
  expect(titled('', 'ন্ত্রী'.repeat(90))).toBe(`${'ন্ত্রী'.repeat(79)}…`);
});
