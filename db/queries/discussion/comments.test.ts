import { expect, test } from 'vitest';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import {
  answerIdsUpTo,
  commentsById,
  commentsFromDevice,
  firstRepliesOf,
  likedRootsOf,
  newest,
  oldest,
  rootsBehind,
  visibleCountOf,
  visibleRepliesOf,
} from './comments';

const db = newsroom();

test.each([
  [
    'the most liked',
    () => likedRootsOf(db, 1, { likes: 9, id: 9 }, 20),
    'comments_liked_roots_of_story (story_id=? AND likes<?)',
  ],
  [
    'the answers before one',
    () => answerIdsUpTo(db, 1, 20),
    'COVERING INDEX comments_shown_in_thread (root_id=? AND id<?)',
  ],
  ['a thread', () => visibleRepliesOf(db, 1, 0, 20), 'comments_shown_in_thread (root_id=? AND id>?)'],
  [
    'what a device has written',
    () => commentsFromDevice(db, 'my-phone', 50),
    'comments_from_device (device=?)',
  ],
  ['comments by id', () => commentsById(db, [1, 2]), 'INTEGER PRIMARY KEY (rowid=?)'],
  ['the count', () => visibleCountOf(db, 1), 'COVERING INDEX comments_of_story (story_id=? AND state=?)'],
])('%s: one index seek', async (_, query, seek) => {
  const [plan] = await queryPlans(db, query);

  expect(plan).toContain(seek);
  expect(plan).not.toMatch(/^SCAN (?!waiting|\(sub)/m);
  if (!plan?.includes('moderation_actions')) expect(plan).not.toContain('TEMP B-TREE');
});

test.each([
  ['newest', newest, '<'],
  ['oldest', oldest, '>'],
] as const)('threads by time, %s first: one index seek for each state', async (order, place, side) => {
  const [plan = ''] = await queryPlans(db, () => rootsBehind(db, 1, place, 20, order));

  const seeks = plan.match(/comments_roots_of_story \(story_id=\? AND state=\? AND created_at[<>]\?\)/g);
  expect(seeks).toHaveLength(5);
  expect(seeks?.[0]).toContain(side);
  expect(plan).not.toMatch(/SCAN comments/);
});

test('the first answers of many threads: one index seek for each, and no row beyond them', async () => {
  const [plan = ''] = await queryPlans(db, () => firstRepliesOf(db, [1, 2], 7));

  expect(plan).toContain('comments_shown_in_thread (root_id=?)');
  expect(plan).not.toMatch(/SCAN comments/);
});
