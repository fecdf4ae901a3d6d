import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { nextVersions, stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { pictureUsesOf } from '@/lib/pictures/picture-uses';
import { done, refused } from '@/lib/result';
import { aDocument, aParagraph } from '../body/testing/documents';
import { storyInput } from '../testing/story-input';
import { createStory } from './create-story';
import { editStory } from './edit-story';
import {
  applyDueNextVersions,
  applyNextVersion,
  dropNextVersion,
  fileNextVersion,
  saveNextVersion,
  scheduleNextVersion,
} from './next-version';
import { publishStory } from './publication/publish-story';

const now = new Date('2026-11-24T06:00:00Z');
const later = new Date('2026-11-24T09:00:00Z');
const at = (db: Connection, id: number) => db.select().from(stories).where(eq(stories.id, id)).get();

/** A published story of রাফি's, its live version, and its fields. */
async function aLiveStory() {
  const db = newsroom();
  const [editor, reporter] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'reporter', 'রাফি')];
  const fields = storyInput({ headline: 'সেতু খুলছে', body: 'প্রথম অনুচ্ছেদ।\n\nদ্বিতীয় অনুচ্ছেদ।' });
  const made = await createStory(db, reporter, { ...fields, formKey: 'সেতু' }, now);
  if (!made.ok) throw new Error(made.code);
  const storyId = made.value.storyId;
  const live = await publishStory(db, editor, { storyId, basedOn: 1 }, now);
  if (!live.ok) throw new Error(live.code);
  const basedOn = live.value.version;
  const news = announced(db).length;
  return { db, editor, reporter, fields, storyId, basedOn, sinceLive: () => announced(db).slice(news) };
}

test('a next version leaves the live text alone until an editor approves it', async () => {
  const { db, editor, reporter, fields, storyId, basedOn, sinceLive } = await aLiveStory();
  const next = { ...fields, headline: 'সেতু খুলল', storyId, basedOn, nextBasedOn: 0 };

  expect(await saveNextVersion(db, reporter, next, now)).toEqual(done({ version: 1, liveVersion: basedOn }));
  expect(await fileNextVersion(db, reporter, { storyId, nextBasedOn: 1 }, now)).toEqual(done());
  expect(at(db, storyId)).toMatchObject({ headline: 'সেতু খুলছে', version: basedOn });
  expect(sinceLive()).toEqual([]);
  expect(await applyNextVersion(db, reporter, { storyId, nextBasedOn: 2 }, later)).toEqual(
    refused('forbidden'),
  );

  expect(await applyNextVersion(db, editor, { storyId, nextBasedOn: 2 }, later)).toMatchObject({ ok: true });
  expect(at(db, storyId)).toMatchObject({ headline: 'সেতু খুলল', correctedAt: later, state: 'published' });
  expect(sinceLive()).toHaveLength(1);
  expect(db.select().from(nextVersions).all()).toEqual([]);
});

test('the clock puts it live at its time, once, merged with what was corrected meanwhile', async () => {
  const { db, editor, fields, storyId, basedOn } = await aLiveStory();
  const body = aDocument(aParagraph('প্রথম অনুচ্ছেদ।'), aParagraph('দ্বিতীয় অনুচ্ছেদ, বদলানো।'));
  await saveNextVersion(db, editor, { ...fields, body, storyId, basedOn, nextBasedOn: 0 }, now);
  await scheduleNextVersion(db, editor, { storyId, nextBasedOn: 1, at: later }, now);
  await editStory(db, editor, { ...fields, headline: 'সেতু খুলছে আজ', storyId, basedOn }, now);

  expect(await applyDueNextVersions(db, now)).toEqual([]);
  const twice = await Promise.all([applyDueNextVersions(db, later), applyDueNextVersions(db, later)]);
  expect(new Set(twice.flat())).toEqual(new Set([storyId]));
  expect(at(db, storyId)?.headline).toBe('সেতু খুলছে আজ');
  expect(at(db, storyId)?.bodyText).toContain('বদলানো');
  expect(await applyDueNextVersions(db, later)).toEqual([]);
});

test('one that contradicts the live text goes back to the editors, and nothing is lost', async () => {
  const { db, editor, fields, storyId, basedOn } = await aLiveStory();
  await saveNextVersion(db, editor, { ...fields, headline: 'এক কথা', storyId, basedOn, nextBasedOn: 0 }, now);
  await scheduleNextVersion(db, editor, { storyId, nextBasedOn: 1, at: later }, now);
  await editStory(db, editor, { ...fields, headline: 'আরেক কথা', storyId, basedOn }, now);

  expect(await applyDueNextVersions(db, later)).toEqual([]);
  expect(at(db, storyId)?.headline).toBe('আরেক কথা');
  expect(db.select().from(nextVersions).get()).toMatchObject({
    state: 'filed',
    fields: { headline: 'এক কথা' },
  });
  expect(await applyNextVersion(db, editor, { storyId, nextBasedOn: 3 }, later)).toEqual(refused('conflict'));
});

test('two who prepare it at once do not overwrite each other, and strangers prepare nothing', async () => {
  const { db, editor, reporter, fields, storyId, basedOn } = await aLiveStory();
  const next = { ...fields, storyId, basedOn, nextBasedOn: 0 };
  await saveNextVersion(db, reporter, next, now);

  expect(await saveNextVersion(db, editor, next, now)).toEqual(refused('stale'));
  const stranger = aMember(db, 'reporter', 'সুমন');
  expect(await saveNextVersion(db, stranger, { ...next, nextBasedOn: 1 }, now)).toEqual(refused('forbidden'));
  expect(await dropNextVersion(db, stranger, { storyId, nextBasedOn: 1 }, now)).toEqual(refused('forbidden'));
  expect(await dropNextVersion(db, reporter, { storyId, nextBasedOn: 1 }, now)).toEqual(done());
  const draft = aStory(db, { state: 'draft', createdBy: reporter.id });
  expect(await saveNextVersion(db, reporter, { ...next, storyId: draft.id }, now)).toEqual(
    refused('wrong-state'),
  );
});

test('a picture that a next version shows, as its lead or in its text, is in use', async () => {
  const { db, editor, fields, storyId, basedOn } = await aLiveStory();
  const storyUses = (id: number) => pictureUsesOf(db, id).stories.map((use) => [use.id, use.isLead]);
  const attrs = { pictureId: 8, file: '', caption: '', credit: '', alt: '' };
  const body = aDocument({ type: 'figure', attrs });

  await saveNextVersion(db, editor, { ...fields, pictureId: 7, body, storyId, basedOn, nextBasedOn: 0 }, now);

  expect([storyUses(7), storyUses(8), storyUses(9)]).toEqual([[[storyId, false]], [[storyId, false]], []]);
});
