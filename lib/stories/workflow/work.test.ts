import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { correctionsOf, remarksOf, storiesAssignedTo } from '@/db/queries/stories/story-desk-work';
import { auditEntries, stories, storyRevisions } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { deskSearch } from '@/lib/search/desk-search';
import { assignStory } from './assign-story';
import { binStory, emptyBin, restoreStory } from './bin-story';
import { addCorrection } from './publication/add-correction';
import { publishStory } from './publication/publish-story';
import { setUnpublishTime, unpublishDue, unpublishStory } from './publication/unpublish-story';
import { remarkOnStory } from './remark-on-story';
import { sendBackStory } from './send-back-story';

const now = new Date('2026-11-24T06:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);
const at = (db: Connection, id: number) => db.select().from(stories).where(eq(stories.id, id)).get();

test('a filed story goes back to its writer with what is to be done', async () => {
  const db = newsroom();
  const [editor, reporter] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'reporter', 'রাফি')];
  const { id } = aStory(db, { state: 'filed', createdBy: reporter.id });

  expect(await sendBackStory(db, editor, { storyId: id, basedOn: 1, words: '  ' }, now)).toEqual(
    refused('missing', 'words'),
  );
  expect(await sendBackStory(db, editor, { storyId: id, basedOn: 1, words: 'সূত্রের নাম দিন' }, now)).toEqual(
    done(),
  );

  expect(at(db, id)).toMatchObject({ state: 'draft', assigneeId: reporter.id, version: 2 });
  expect(await remarksOf(db, id)).toMatchObject([{ kind: 'sent-back', words: 'সূত্রের নাম দিন', name: 'মিতু' }]);
  expect(await storiesAssignedTo(db, reporter.id, 9)).toMatchObject([{ id }]);
  expect(announced(db)).toEqual([]);
});

test('a remark and an assignment do not touch the text that somebody is writing', async () => {
  const db = newsroom();
  const [editor, reporter] = [aMember(db, 'editor'), aMember(db, 'reporter', 'রাফি')];
  const { id } = aStory(db, { state: 'draft' });

  expect(await remarkOnStory(db, reporter, { storyId: id, words: 'ছবি আসছে' }, now)).toEqual(done());
  const wanted = { storyId: id, assigneeId: reporter.id, dueAt: days(1) };
  expect(await assignStory(db, editor, wanted, now)).toEqual(done());

  expect(at(db, id)).toMatchObject({ version: 1, assigneeId: reporter.id, dueAt: days(1) });
  expect(audited(db)).toEqual([`remark-on-story story:${id}`, `assign-story story:${id}`]);
  expect(await assignStory(db, reporter, wanted, now)).toEqual(refused('forbidden'));
  expect(await assignStory(db, editor, { ...wanted, assigneeId: 99 }, now)).toEqual(
    refused('unknown', 'assigneeId'),
  );
  expect(await assignStory(db, editor, { ...wanted, dueAt: new Date(Number.NaN) }, now)).toEqual(
    refused('unknown', 'dueAt'),
  );
});

test('a correction is public, dated and announced; a draft has none', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const { id } = aStory(db, { state: 'published', section: 'sports' });
  const draft = aStory(db, { state: 'draft' });
  const correction = { storyId: id, words: 'বয়স ২৩ নয়, ২৫।' };

  expect(await addCorrection(db, editor, correction, now)).toEqual(done());
  expect(await correctionsOf(db, id)).toMatchObject([{ words: 'বয়স ২৩ নয়, ২৫।'.normalize('NFC'), at: now }]);
  expect(at(db, id)).toMatchObject({ correctedAt: now, version: 1 });
  expect(announced(db)[0]).toContain(`story:${id}`);
  expect(await addCorrection(db, editor, { ...correction, storyId: draft.id }, now)).toEqual(
    refused('wrong-state'),
  );
  expect(await addCorrection(db, aMember(db, 'reporter'), correction, now)).toEqual(refused('forbidden'));
});

test('the clock takes a story down once, and its first publication is remembered', async () => {
  const db = newsroom();
  const editor = aMember(db, 'editor');
  const { id, publishedAt } = aStory(db, { state: 'published' });

  expect(await setUnpublishTime(db, editor, { storyId: id, at: days(-1) }, now)).toEqual(
    refused('past', 'unpublishAt'),
  );
  expect(await setUnpublishTime(db, editor, { storyId: id, at: days(1) }, now)).toEqual(done());
  expect(await unpublishDue(db, now)).toEqual([]);
  const both = await Promise.all([unpublishDue(db, days(1)), unpublishDue(db, days(1))]);
  expect(both.flat()).toEqual([id]);

  expect(at(db, id)).toMatchObject({
    state: 'draft',
    publishedAt: null,
    firstPublishedAt: publishedAt,
    unpublishAt: null,
  });
  expect(announced(db)).toHaveLength(1);
  expect(announced(db)[0]).toContain(`story:${id}`);

  await publishStory(db, editor, { storyId: id, basedOn: 2 }, days(2));
  expect(at(db, id)).toMatchObject({
    state: 'published',
    publishedAt: days(2),
    firstPublishedAt: publishedAt,
  });
  expect(await unpublishStory(db, editor, { storyId: id, basedOn: 2 }, days(2))).toEqual(refused('stale'));
});

test('what no reader saw goes into the bin, comes back, and is erased after thirty days', async () => {
  const db = newsroom();
  const reporter = aMember(db, 'reporter');
  const { id } = aStory(db, { state: 'draft', createdBy: reporter.id, headline: 'পুরোনো খসড়া' });
  const live = aStory(db, { state: 'published' });

  expect(await binStory(db, reporter, { storyId: id }, now)).toEqual(done());
  expect(await deskSearch(db, { q: 'খসড়া' })).toEqual([]);
  expect(await publishStory(db, aMember(db, 'editor'), { storyId: id, basedOn: 1 }, now)).toEqual(
    refused('wrong-state'),
  );
  expect(await restoreStory(db, reporter, { storyId: id }, now)).toEqual(done());
  expect(await deskSearch(db, { q: 'খসড়া' })).toEqual([id]);
  expect(await binStory(db, aMember(db, 'chief'), { storyId: live.id }, now)).toEqual(refused('wrong-state'));

  await binStory(db, reporter, { storyId: id }, now);
  db.insert(storyRevisions)
    .values({ storyId: id, number: 1, version: 1, snapshot: {}, reason: 'hour', at: now })
    .run();
  expect(await emptyBin(db, days(29.9))).toEqual([]);
  expect(await emptyBin(db, days(30))).toEqual([id]);
  expect(at(db, id)).toBeUndefined();
  expect(db.select().from(auditEntries).all().at(-1)).toMatchObject({
    verb: 'erase-story',
    actorKind: 'clock',
    before: { headline: 'পুরোনো খসড়া' },
  });
});
