import { expect, test } from 'vitest';
import { storyDrafts, storyVersions } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { aDocument, aParagraph } from '@/lib/stories/body/testing/documents';
import { storyInput } from '@/lib/stories/testing/story-input';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { fileStory } from '@/lib/stories/workflow/file-story';
import { deleteOldSnapshots, snapshotDays } from '../version-snapshots';
import { mergeWithSaved } from './merge-with-saved';

const now = new Date('2026-11-24T07:00:00Z');
const written = { body: 'প্রথম।\n\nদ্বিতীয়।' };

test('what was written on an older version is merged with what another has saved since, through any number of saves', async () => {
  const db = newsroom();
  const [mitu, rahim] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'editor', 'রহিম')];
  const { id: storyId } = aStory(db, { state: 'draft' });
  await editStory(db, mitu, { ...storyInput(written), storyId, basedOn: 1 }, now);
  await editStory(
    db,
    rahim,
    { ...storyInput({ body: 'প্রথম।\n\nদ্বিতীয়।\n\nরহিমের।' }), storyId, basedOn: 2 },
    now,
  );
  await fileStory(db, rahim, { storyId, basedOn: 3 }, now);

  const merged = await mergeWithSaved(db, mitu, {
    storyId,
    basedOn: 2,
    fields: storyInput({ ...written, body: 'মিতুর প্রথম।\n\nদ্বিতীয়।' }),
  });

  expect(merged).toMatchObject({ ok: true, value: { version: 4, by: 'রহিম', unsettled: [] } });
  expect(merged.ok && merged.value.fields.body).toEqual(
    aDocument(aParagraph('মিতুর প্রথম।'), aParagraph('দ্বিতীয়।'), aParagraph('রহিমের।')),
  );
});

test('a story that only moved on, with no word changed, leaves mine alone', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor', 'মিতু');
  const { id: storyId } = aStory(db, { state: 'draft' });
  await editStory(db, mitu, { ...storyInput(written), storyId, basedOn: 1 }, now);
  await fileStory(db, mitu, { storyId, basedOn: 2 }, now);
  const fields = storyInput({ ...written, headline: 'আমার' });

  expect(await mergeWithSaved(db, mitu, { storyId, basedOn: 2, fields: fields })).toMatchObject({
    value: { version: 3, isMineAlone: true },
  });
  await editStory(db, mitu, { ...storyInput({ ...written, kicker: 'ঘাট' }), storyId, basedOn: 3 }, now);
  for (const basedOn of [2, 4]) {
    expect(await mergeWithSaved(db, mitu, { storyId, basedOn, fields: fields })).toMatchObject({
      value: { isMineAlone: false },
    });
  }
});

test('a base that is no longer known makes conflicts of what differs', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { state: 'draft' });
  await editStory(db, mitu, { ...storyInput(), storyId, basedOn: 1 }, now);
  db.delete(storyVersions).run();

  const merged = await mergeWithSaved(db, mitu, {
    storyId,
    basedOn: 1,
    fields: storyInput({ headline: 'আমার' }),
  });
  expect(merged.ok && merged.value.unsettled).toHaveLength(1);
});

test('whoever may not edit the story gets nothing of it', async () => {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  const edit = { basedOn: 1, fields: storyInput() };
  expect(await mergeWithSaved(db, aMember(db, 'reporter'), { storyId, ...edit })).toMatchObject({
    code: 'forbidden',
  });
  expect(await mergeWithSaved(db, aMember(db, 'editor'), { storyId: 99, ...edit })).toMatchObject({
    code: 'not-found',
  });
});

test('a version is kept for days, and as long as a draft is based on it', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'editor');
  const { id: storyId } = aStory(db, { state: 'draft' });
  for (const basedOn of [1, 2]) {
    await editStory(db, mitu, { ...storyInput({ headline: `শিরোনাম ${basedOn}` }), storyId, basedOn }, now);
  }
  db.insert(storyDrafts)
    .values({ storyId, staffId: mitu.id, tab: 'a', basedOn: 2, fields: {}, stroke: 1, savedAt: now })
    .run();

  expect(await deleteOldSnapshots(db, new Date(now.getTime() + snapshotDays * 86_400_000))).toBe(0);
  expect(await deleteOldSnapshots(db, new Date(now.getTime() + snapshotDays * 86_400_000 + 1))).toBe(1);
  expect(db.select().from(storyVersions).all()).toMatchObject([{ version: 2 }]);
});
