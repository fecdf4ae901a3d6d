import { expect, test } from 'vitest';
import { auditEntries, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { tx } from '@/db/tx';
import { readFeed } from '@/lib/feeds/reading';
import { indexStory } from '@/lib/search/indexing/index-story';
import { searchStories } from '@/lib/search/search-stories';
import { labelsIn } from '@/lib/site/labels';
import { withTextBeginning } from '@/lib/stories/fields/begin-text';
import { fieldControls } from '@/lib/stories/fields/form-controls';
import { fieldsOf } from '@/lib/stories/fields/store-fields';
import { readStory } from '@/lib/stories/for-readers/reading';
import { structuredDataOf } from '@/lib/stories/for-readers/structured-data';
import { storyById } from '@/lib/stories/story-row';
import { storyInput } from '@/lib/stories/testing/story-input';
import { compareRevisions } from '@/lib/stories/versions/revisions/compare-revisions';
import { createStory } from '@/lib/stories/workflow/create-story';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { importStories } from '@/lib/stories/workflow/import-stories';
import { applyNextVersion, saveNextVersion } from '@/lib/stories/workflow/next-version';
import { parseStoryForm, storyFormValues } from '../story-form';

const now = new Date('2026-12-03T06:00:00Z');
const later = new Date('2026-12-03T07:00:00Z');

async function aPublishedStory(db = newsroom()) {
  await importStories(
    db,
    [
      {
        id: 'x-1',
        section: 'national',
        headline: 'সৈকতে কচ্ছপের বাচ্চা',
        body: 'ভোরে সৈকতে দেখা গেল।',
        dateline: ' কক্সবাজার   প্রতিনিধি ',
        publishedAt: now.toISOString(),
      },
    ],
    now,
  );
  const [row] = db.select().from(stories).all();
  if (!row) throw new Error('not imported');
  return { db, row };
}

test('a dateline is imported, and stands before the first words on the page and in the feed', async () => {
  const { db, row } = await aPublishedStory();
  expect(row.dateline).toBe('কক্সবাজার প্রতিনিধি');

  const story = await readStory(row.id, db);
  const beginning = '<p><b class="dateline">কক্সবাজার প্রতিনিধি:</b> ভোরে সৈকতে';
  expect(story?.bodyHtml).toContain(beginning);
  const feed = await readFeed({ kind: 'site' }, { db, site: 'https://barta.example', now });
  expect(feed?.feed.items[0]?.html).toContain('<b class="dateline">কক্সবাজার প্রতিনিধি:</b> ভোরে');
});

test('search engines are told the dateline, and a story without one says nothing of it', async () => {
  const { db, row } = await aPublishedStory();
  const other = aStory(db, {});
  const dataOf = async (id: number) => {
    const story = await readStory(id, db);
    if (!story) throw new Error('no story');
    return JSON.stringify(structuredDataOf(story, 'https://barta.example', 'বার্তা'));
  };
  expect(await dataOf(row.id)).toContain('"dateline":"কক্সবাজার প্রতিনিধি"');
  expect(await dataOf(other.id)).not.toContain('dateline');
});

test('a story is found by its dateline', async () => {
  const { db, row } = await aPublishedStory();
  await tx(db, (t) => indexStory(t, row.id));
  const found = await searchStories(db, { q: 'কক্সবাজার' }, later);
  expect(JSON.stringify(found)).toContain(`"id":${row.id}`);
});

test('the form sends a dateline, shows it again, and draws a line for it before the body', () => {
  const form = new FormData();
  form.set('dateline', 'ঢাকা');
  expect(storyFormValues(parseStoryForm(form)).dateline).toBe('ঢাকা');
  expect(fieldControls(labelsIn('en')).text.at(-1)).toMatchObject({ name: 'dateline', label: 'Dateline' });
});

test('a dateline longer than a line is refused at its field', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  const made = await createStory(db, mitu, storyInput({ dateline: 'ঢ'.repeat(81) }), now);
  expect(made).toEqual({ ok: false, code: 'too-long', field: 'dateline' });
});

test('a changed dateline is in the audit and in the difference of two revisions', async () => {
  const { db, row } = await aPublishedStory();
  const rahim = aMember(db, 'editor', 'রহিম');
  const edit = { ...fieldsOf(db, row), dateline: 'টেকনাফ', storyId: row.id, basedOn: row.version };
  expect(await editStory(db, rahim, edit, later)).toMatchObject({ ok: true });

  expect(db.select().from(auditEntries).all().at(-1)).toMatchObject({
    verb: 'edit-story',
    before: { dateline: 'কক্সবাজার প্রতিনিধি' },
    after: { dateline: 'টেকনাফ' },
  });
  expect(await compareRevisions(db, row.id, { from: 1, to: 'now' })).toEqual([
    { field: 'dateline', before: 'কক্সবাজার প্রতিনিধি', after: 'টেকনাফ' },
  ]);
});

test('a reporter may not change the dateline of a published story, and prepares it in its next version', async () => {
  const { db, row } = await aPublishedStory();
  const [mitu, rahim] = [aMember(db, 'reporter', 'মিতু'), aMember(db, 'editor', 'রহিম')];
  const fields = { ...fieldsOf(db, row), dateline: 'উখিয়া', storyId: row.id, basedOn: row.version };
  expect(await editStory(db, mitu, fields, later)).toEqual({ ok: false, code: 'forbidden' });

  expect(await saveNextVersion(db, rahim, { ...fields, nextBasedOn: 0 }, later)).toMatchObject({ ok: true });
  expect(storyById(db, row.id)?.dateline).toBe('কক্সবাজার প্রতিনিধি');
  expect(await applyNextVersion(db, rahim, { storyId: row.id, nextBasedOn: 1 }, later)).toMatchObject({
    ok: true,
  });
  expect(storyById(db, row.id)?.dateline).toBe('উখিয়া');
});

test.each([
  ['<p>ভোরে।</p>', 'ঢাকা', '<p><b class="dateline">ঢাকা:</b> ভোরে।</p>'],
  ['<p class="x">ভোরে।</p>', 'ঢাকা,', '<p class="x"><b class="dateline">ঢাকা,</b> ভোরে।</p>'],
  ['<h2>এক</h2>', 'ক <খ>', '<p><b class="dateline">ক &lt;খ&gt;</b></p>\n<h2>এক</h2>'],
  ['<p>ভোরে।</p>', '', '<p>ভোরে।</p>'],
  ['', 'ঢাকা', ''],
])('%s after the dateline “%s” becomes %s', (html, dateline, whole) => {
  expect(withTextBeginning(html, { dateline })).toBe(whole);
});
