import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { migrateDatabase } from '@/db/client';
import { mediaUses, pageEvents, pictureUses, stories } from '@/db/schema';
import { databaseBefore } from '@/db/testing/old-database';
import { fieldsOf } from '../fields/store-fields';
import { parseStoryForm, storyFormValues } from '../fields/story-form';
import { readStory } from '../for-readers/reading';
import { storyById } from '../story-row';
import { recoverableDrafts } from '../versions/drafts/recoverable-drafts';
import { mergeWithSaved } from '../versions/merge/merge-with-saved';
import { compareRevisions } from '../versions/revisions/compare-revisions';
import { restoreRevision } from '../versions/revisions/restore-revision';
import { editStory } from '../workflow/edit-story';
import { nextOf } from '../workflow/next-version';
import { bodyFromNotation } from './notation/body-from-notation';
import { notationFromDocument } from './notation/document-notation';
import { aDocument, aFigure, aParagraph } from './testing/documents';

const BODY_AS_DOCUMENT = 26;
const film = '/media/0123456789abcdef0123.webm';
const notation = `প্রথম।\nদ্বিতীয় লাইন।\n\n## উপশিরোনাম\n\n- এক\n- দুই\n\n<a href="${film}">ভিডিও</a> ও R&D`;
const document = aDocument(aParagraph('ভোরের কথা।'), aFigure({ pictureId: 7, caption: 'ঘাট', alt: 'ঘাট' }));
const noted = notationFromDocument(document);
/** A difference shows each block by itself. */
const inDifferences = noted.replace('ব্লক ২', 'ব্লক ১');
const former = { headline: 'আগের শিরোনাম', section: 'national', topics: [], bylines: [], comments: 'open' };

/** A site of the version before: a typed story and one of blocks, with a revision, a snapshot and a draft of each. */
function anInstalledSite() {
  const db = databaseBefore(BODY_AS_DOCUMENT);
  // By SQL: the schema of today has columns that this older database lacks.
  db.run(sql`insert into staff (id, email, name, role, password_hash, created_at)
    values (1, 'editor@barta.test', 'মিতু', 'editor', '-', 0)`);
  const mitu = { kind: 'staff', id: 1, name: 'মিতু', role: 'editor' } as const;
  db.run(sql`insert into sections (id, slug, name) values (1, 'national', 'জাতীয়')`);
  db.run(sql`insert into pictures (id, sha256, width, height, mime, bytes, alt, variants, created_at)
    values (7, 'a', 640, 427, 'image/webp', 1, 'নদী', '[]', 0)`);
  const addStory = (id: number, body: string, bodyDoc: object | null, html: string) => {
    const doc = bodyDoc && JSON.stringify(bodyDoc);
    db.run(sql`insert into stories
      (id, section_id, state, headline, body, body_doc, body_html, body_text, published_at, first_published_at, created_at, updated_at, version)
      values (${id}, 1, 'published', 'শিরোনাম', ${body}, ${doc}, ${html}, 'কথা', 1000, 1000, 1000, 1000, 2)`);
    const fields = JSON.stringify({ ...former, body, bodyDoc });
    db.run(sql`insert into story_versions (story_id, version, fields, at, superseded_at)
      values (${id}, 1, ${fields}, 500, ${Date.now()})`);
    db.run(sql`insert into story_revisions (story_id, number, version, snapshot, reason, at)
      values (${id}, 1, 1, ${JSON.stringify({ fields: JSON.parse(fields), state: 'draft' })}, 'publish', 500)`);
    db.run(sql`insert into next_versions (story_id, based_on, fields, state, updated_at)
      values (${id}, 2, ${fields}, 'draft', 1000)`);
  };
  addStory(1, notation, null, bodyFromNotation(notation).html);
  addStory(2, noted, document, '<p>ভোরের কথা।</p>');
  addStory(3, '', null, '');
  const draftOf = (storyId: number, fields: object) =>
    db.run(sql`insert into story_drafts (story_id, staff_id, tab, based_on, fields, stroke, saved_at)
      values (${storyId}, ${mitu.id}, 'aaaaaaaa', 2, ${JSON.stringify({ section: 'national', headline: 'শিরোনাম', comments: 'open', ...fields })}, 1, 1000)`);
  draftOf(1, { body: `${notation}\n\nখসড়া।`, bodyDoc: '' });
  draftOf(2, { body: `খসড়া।\n\n${noted}`, bodyDoc: JSON.stringify(document) });
  draftOf(3, { bodyDoc: JSON.stringify(aDocument(aParagraph('ব্লকের খসড়া।'))) });
  const readersHtml = db.all(sql`select id, body_html from stories order by id`);
  migrateDatabase(db);
  const wordsOf = (id: number) => {
    const row = storyById(db, id);
    if (!row) throw new Error('not here');
    return storyFormValues(fieldsOf(db, row));
  };
  return { db, mitu, wordsOf, readersHtml };
}

/** A form that the version before has made, sent after the update. */
function aSentForm(values: Record<string, string>): FormData {
  const form = new FormData();
  const all = { section: 'national', headline: 'শিরোনাম', comments: 'open', form: 'report', ...values };
  for (const [name, value] of Object.entries(all)) form.set(name, value);
  return form;
}

test('a story of an installed site says the same words to readers and on the desk', async () => {
  const { db, wordsOf, readersHtml } = anInstalledSite();

  expect(db.all(sql`select id, body_html from stories order by id`)).toEqual(readersHtml);
  expect((await readStory(1, db))?.bodyHtml).toContain('<h2>উপশিরোনাম</h2>');
  expect([1, 2, 3].map((id) => wordsOf(id).body)).toEqual([notation, noted, '']);
  expect(wordsOf(2).bodyDoc).toBe(JSON.stringify(document));
  expect(
    db
      .select()
      .from(stories)
      .all()
      .map(({ version }) => version),
  ).toEqual([2, 2, 2]);
  expect(db.select().from(mediaUses).all()).toMatchObject([{ storyId: 1 }]);
  expect(db.select().from(pictureUses).all()).toMatchObject([{ storyId: 2, pictureId: 7 }]);
});

test('its revisions, snapshots and next versions hold the same words, and none of them twice', async () => {
  const { db, mitu, wordsOf } = anInstalledSite();

  for (const storyId of [1, 2, 3]) {
    const differences = await compareRevisions(db, storyId, { from: 1, to: 'now' });
    expect(differences?.map(({ field }) => field)).not.toContain('body');
    expect(differences).toContainEqual({ field: 'headline', before: former.headline, after: 'শিরোনাম' });
    expect(nextOf(db, storyId)?.fields.body).toEqual(fieldsOf(db, storyById(db, storyId) as never).body);
  }
  for (const table of ['story_revisions', 'story_versions', 'next_versions'])
    expect(JSON.stringify(db.all(sql.raw(`select * from ${table}`)))).not.toContain('[[ব্লক');

  const body = aDocument(aParagraph('অন্য কথা।'));
  for (const storyId of [1, 2]) {
    const before = wordsOf(storyId).body;
    const fields = fieldsOf(db, storyById(db, storyId) as never);
    expect(await editStory(db, mitu, { ...fields, body, storyId, basedOn: 2 })).toMatchObject({ ok: true });
    const merged = await mergeWithSaved(db, mitu, {
      storyId,
      basedOn: 1,
      fields: { ...fields, kicker: 'ঘাট' },
    });
    expect(merged.ok && merged.value.fields.body).toEqual(body);
    expect(await restoreRevision(db, mitu, { storyId, number: 1, basedOn: 3 })).toMatchObject({ ok: true });
    expect(wordsOf(storyId).body).toBe(before);
  }
});

test('what was typed and not saved before the update is offered afterwards', async () => {
  const { db, mitu } = anInstalledSite();

  const offered = await Promise.all([1, 2, 3].map((id) => recoverableDrafts(db, mitu, id)));
  expect(offered.map(([draft]) => draft?.differences)).toEqual([
    [{ field: 'body', before: notation, after: `${notation}\n\nখসড়া।` }],
    [{ field: 'body', before: inDifferences, after: `খসড়া।\n\n${inDifferences}` }],
    [{ field: 'body', before: '', after: 'ব্লকের খসড়া।' }],
  ]);
});

test('a form that was open across the update is saved as it stands, and changes nothing if nobody typed', async () => {
  const { db, mitu, wordsOf } = anInstalledSite();
  const events = db.select().from(pageEvents).all().length;
  const untouched = [
    [1, { body: notation, bodyDoc: '' }],
    [1, { body: notation.replaceAll('\n', '\r\n') }],
    [2, { body: noted, bodyDoc: JSON.stringify(document) }],
    [2, { bodyDoc: JSON.stringify(document) }],
    [3, { body: '', bodyDoc: '' }],
  ] as const;
  for (const [storyId, sent] of untouched) {
    const form = storyId === 3 ? aSentForm({ ...sent, form: 'live' }) : aSentForm(sent);
    if (storyId === 3) db.run(sql`update stories set form = 'live' where id = 3`);
    const fields = parseStoryForm(form);
    expect(await editStory(db, mitu, { ...fields, storyId, basedOn: 2 })).toEqual({
      ok: true,
      value: { version: 2 },
    });
  }
  expect(db.select().from(pageEvents).all()).toHaveLength(events);

  const body = `${notation}\n\nশেষ কথা।`;
  const fields = parseStoryForm(aSentForm({ body, bodyDoc: '' }));
  expect(await editStory(db, mitu, { ...fields, storyId: 1, basedOn: 2 })).toMatchObject({ ok: true });
  expect(wordsOf(1).body).toBe(body);
});
