import { expect, test } from 'vitest';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { aDocument, aParagraph } from '../body/testing/documents';
import { storyInput } from '../testing/story-input';
import { createStory } from './create-story';
import { editStory } from './edit-story';
import { fileStory } from './file-story';
import { publishStory } from './publication/publish-story';
import { scheduleStory } from './publication/schedule-story';
import { withWorkingTitle } from './working-title';

const titled = (headline: string, body: string) => withWorkingTitle(storyInput({ headline, body })).headline;

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
  const document = aDocument(
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'নদী' }] },
    aParagraph('আর খাল'),
  );
  expect(withWorkingTitle(storyInput({ headline: '', body: document })).headline).toBe('নদী আর খাল');
  expect(withWorkingTitle({ ...storyInput({ headline: '' }), body: 'malformed' }).headline).toBe('');
});

test('no word is cut within a letter, however long it is', () => {
  expect(titled('', 'ন্ত্রী'.repeat(90))).toBe(`${'ন্ত্রী'.repeat(79)}…`);
});

test('what the house has called a draft may be filed and not read: it is published and scheduled under a headline', async () => {
  const db = newsroom();
  aStory(db);
  const editor = aMember(db, 'editor');
  const now = new Date('2026-11-24T07:00:00Z');
  const words = 'ভোর থেকে ফেরি আটকা।';
  const fields = storyInput({ headline: words, body: words });
  const begun = await createStory(db, editor, { ...fields, isWorkingTitle: true }, now);
  if (!begun.ok) throw new Error(begun.code);
  const { storyId, version } = begun.value;
  const which = { storyId, basedOn: version };
  const refusal = { ok: false, code: 'working-title', field: 'headline' };
  expect(await publishStory(db, editor, which, now)).toEqual(refusal);
  const at = new Date('2026-11-25T07:00:00Z');
  expect(await scheduleStory(db, editor, { ...which, at }, now)).toEqual(refusal);
  expect(await fileStory(db, editor, which, now)).toMatchObject({ ok: true });

  const headline = 'পাটুরিয়ায় তিন ফেরি আটকা';
  const edited = await editStory(db, editor, { ...fields, headline, storyId, basedOn: version + 1 }, now);
  if (!edited.ok) throw new Error(edited.code);
  const { version: basedOn } = edited.value;
  expect(await publishStory(db, editor, { storyId, basedOn }, now)).toMatchObject({ ok: true });
});

test('a headline of the same words that somebody typed is a headline', async () => {
  const db = newsroom();
  const story = aStory(db, { state: 'draft', headline: 'ফেরি আটকা', body: 'ফেরি আটকা' });
  const editor = aMember(db, 'editor');
  expect(await publishStory(db, editor, { storyId: story.id, basedOn: 1 })).toMatchObject({ ok: true });
});
