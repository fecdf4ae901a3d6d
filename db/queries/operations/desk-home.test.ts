import { expect, test } from 'vitest';
import { publishedSince as newsSince } from '@/db/queries/stories/feeds';
import { headlinesFound } from '@/db/queries/stories/search/suggestions';
import { storiesAssignedTo } from '@/db/queries/stories/story-desk-work';
import { aMember, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import {
  dueStories,
  filedStories,
  filedStoriesCount,
  mostReadNow,
  publishedSince,
  scheduledStories,
  unfinishedOf,
} from './desk-home';

const at = (day: number) => new Date(Date.UTC(2026, 10, day));

test('the home of the desk names what is not finished, and nothing from the bin', async () => {
  const db = newsroom();
  const { id: mitu } = aMember(db, 'reporter');
  const draft = aStory(db, {
    state: 'draft',
    createdBy: mitu,
    updatedAt: at(3),
    dueAt: at(9),
    assigneeId: mitu,
  });
  const filed = aStory(db, { state: 'filed', createdBy: mitu, updatedAt: at(2), dueAt: at(8) });
  const older = aStory(db, { state: 'filed', updatedAt: at(1) });
  aStory(db, { state: 'filed', createdBy: mitu, updatedAt: at(1), dueAt: at(7), binnedAt: at(4) });
  aStory(db, { state: 'published', createdBy: mitu, dueAt: at(5) });

  expect(await filedStoriesCount(db)).toBe(2);
  expect((await filedStories(db, 9)).map(({ id, at: when }) => [id, when])).toEqual([
    [older.id, at(1)],
    [filed.id, at(2)],
  ]);
  expect((await unfinishedOf(db, mitu, 9)).map(({ id }) => id)).toEqual([draft.id, filed.id]);
  expect(await dueStories(db, 9)).toEqual([
    { id: filed.id, headline: filed.headline, at: at(8), name: null },
    { id: draft.id, headline: draft.headline, at: at(9), name: 'মিতু' },
  ]);
});

test.each<[string, (db: ReturnType<typeof newsroom>) => Promise<unknown>, string]>([
  ['filed', (db) => filedStories(db, 9), 'SCAN stories USING INDEX stories_filed'],
  ['how many are filed', filedStoriesCount, 'SCAN stories USING INDEX stories_filed'],
  ['one’s own', (db) => unfinishedOf(db, 1, 9), 'stories_unfinished_of_member (created_by=?)'],
  ['scheduled', (db) => scheduledStories(db, 9), 'USING INDEX stories_due'],
  ['given to one', (db) => storiesAssignedTo(db, 1, 9), 'stories_unfinished_of_assignee (assignee_id=?)'],
  ['due', (db) => dueStories(db, 9), 'USING INDEX stories_wanted'],
  ['published', (db) => publishedSince(db, at(1), 9), 'stories_published (published_at>?)'],
  ['the news of two days', (db) => newsSince(db, at(1), 9), 'stories_published (published_at>?)'],
  ['most read', (db) => mostReadNow(db, 1, 9), 'COVERING INDEX view_counts_by_hour (hour>?)'],
  [
    'headlines found',
    (db) => headlinesFound(db, 'x', 9),
    'SEARCH stories USING INTEGER PRIMARY KEY (rowid=?)',
  ],
])('%s: along an index, whatever else there is', async (_, read, walk) => {
  const db = newsroom();
  const [plan] = await queryPlans(db, () => read(db));
  expect(plan).toContain(walk);
});
