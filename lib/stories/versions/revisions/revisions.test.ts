import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { revisionsOf } from '@/db/queries/stories/story-work';
import { stories } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { storyInput } from '@/lib/stories/testing/story-input';
import { createStory } from '@/lib/stories/workflow/create-story';
import { editStory } from '@/lib/stories/workflow/edit-story';
import { fileStory } from '@/lib/stories/workflow/file-story';
import { publishDue } from '@/lib/stories/workflow/publication/publish-due-stories';
import { scheduleStory } from '@/lib/stories/workflow/publication/schedule-story';
import { returnStory } from '@/lib/stories/workflow/return-story';
import { compareRevisions } from './compare-revisions';
import { restoreRevision } from './restore-revision';

const now = new Date('2026-11-24T07:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const listed = async (db: Connection, storyId: number) =>
  (await revisionsOf(db, storyId))
    .reverse()
    .map(({ number, reason, by }) => `${number} ${reason} ${by ?? '-'}`);

test('each hand-over, publication and correction is a revision, by whoever did it', async () => {
  const db = newsroom();
  const [mitu, rahim] = [aMember(db, 'reporter', 'মিতু'), aMember(db, 'editor', 'রহিম')];
  const begun = await createStory(db, mitu, storyInput(), now);
  if (!begun.ok) throw new Error(begun.code);
  const { storyId } = begun.value;
  await fileStory(db, mitu, { storyId, basedOn: 1 }, later(1));
  await returnStory(db, rahim, { storyId, basedOn: 2 }, later(2));
  await fileStory(db, mitu, { storyId, basedOn: 3 }, later(3));
  await scheduleStory(db, rahim, { storyId, basedOn: 4, at: later(10) }, later(4));
  await publishDue(db, later(10));
  await editStory(
    db,
    rahim,
    { ...storyInput({ headline: 'ঠিক করা শিরোনাম' }), storyId, basedOn: 6 },
    later(20),
  );

  expect(await listed(db, storyId)).toEqual([
    '1 handover মিতু',
    '2 handover রহিম',
    '3 handover মিতু',
    '4 handover রহিম',
    '5 publish -',
    '6 correction রহিম',
  ]);
  expect(await compareRevisions(db, storyId, { from: 5, to: 'now' })).toEqual([
    { field: 'headline', before: storyInput().headline, after: 'ঠিক করা শিরোনাম' },
  ]);
  expect(await compareRevisions(db, storyId, { from: 1, to: 9 })).toBeNull();
});

test('a text in work is kept each hour, as the hour has left it', async () => {
  const db = newsroom();
  const mitu = aMember(db, 'reporter', 'মিতু');
  const begun = await createStory(db, mitu, storyInput(), now);
  if (!begun.ok) throw new Error(begun.code);
  const { storyId } = begun.value;
  for (const [n, minutes] of [5, 50, 61, 70, 300].entries()) {
    const edit = { ...storyInput({ headline: `${minutes} মিনিটে` }), storyId, basedOn: n + 1 };
    await editStory(db, mitu, edit, later(minutes));
  }
  expect(await listed(db, storyId)).toEqual(['1 hour মিতু', '2 hour মিতু']);
  expect(await compareRevisions(db, storyId, { from: 1, to: 2 })).toEqual([
    { field: 'headline', before: '50 মিনিটে', after: '70 মিনিটে' },
  ]);
});

test('what was published before there were revisions is kept when it is first corrected', async () => {
  const db = newsroom();
  const rahim = aMember(db, 'editor', 'রহিম');
  const story = aStory(db);
  await editStory(db, rahim, { ...storyInput(), storyId: story.id, basedOn: 1 }, now);
  expect(await listed(db, story.id)).toEqual(['1 publish -', '2 correction রহিম']);
  expect((await revisionsOf(db, story.id)).at(-1)?.at).toEqual(story.publishedAt);
});

test('an earlier revision comes back as a new one, and the one before it is still there', async () => {
  const db = newsroom();
  const rahim = aMember(db, 'editor', 'রহিম');
  const { id: storyId } = aStory(db, { headline: 'প্রথম', topics: ['নদী'] });
  await editStory(db, rahim, { ...storyInput({ headline: 'দ্বিতীয়' }), storyId, basedOn: 1 }, now);

  expect(await restoreRevision(db, rahim, { storyId, number: 1, basedOn: 1 }, now)).toMatchObject({
    code: 'stale',
  });
  expect(await restoreRevision(db, rahim, { storyId, number: 1, basedOn: 2 }, now)).toMatchObject({
    ok: true,
  });

  expect(db.select().from(stories).get()).toMatchObject({ headline: 'প্রথম', version: 3 });
  expect(await listed(db, storyId)).toEqual(['1 publish -', '2 correction রহিম', '3 restore রহিম']);
  expect(await compareRevisions(db, storyId, { from: 1, to: 'now' })).toEqual([]);
  expect(audited(db)).toEqual([`edit-story story:${storyId}`, `edit-story story:${storyId}`]);
});

test('whoever may not edit restores nothing, and a section that is gone is said so', async () => {
  const db = newsroom();
  const rahim = aMember(db, 'editor', 'রহিম');
  const { id: storyId } = aStory(db, { section: 'sports' });
  await editStory(db, rahim, { ...storyInput(), storyId, basedOn: 1 }, now);
  const request = { storyId, number: 1, basedOn: 2 };

  expect(await restoreRevision(db, aMember(db, 'reporter'), request, now)).toMatchObject({
    code: 'forbidden',
  });
  db.$client.prepare("update sections set slug = 'games' where slug = 'sports'").run();
  expect(await restoreRevision(db, rahim, request, now)).toMatchObject({ code: 'unknown', field: 'section' });
  expect(await restoreRevision(db, rahim, { ...request, number: 7 }, now)).toMatchObject({
    code: 'not-found',
  });
});
