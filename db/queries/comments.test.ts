import { expect, test } from 'vitest';
import { newsroom } from '../testing/newsroom';
import { queryPlans } from '../testing/query-plans';
import {
  answerIdsUpTo,
  commentsById,
  likedRootsOf,
  newest,
  oldest,
  removedRootsWithAnswersOf,
  visibleCountOf,
  visibleRepliesOf,
  visibleRootsOf,
} from './comments';

const db = newsroom();

test.each([
  [
    'visible roots',
    () => visibleRootsOf(db, 1, newest, 20),
    'comments_roots_of_story (story_id=? AND state=? AND created_at<?)',
  ],
  [
    'hidden roots',
    () => removedRootsWithAnswersOf(db, 1, 'hidden', newest, 20),
    'comments_roots_of_story (story_id=? AND state=? AND created_at<?)',
  ],
  [
    'visible roots from the oldest',
    () => visibleRootsOf(db, 1, oldest, 20, 'oldest'),
    'comments_roots_of_story (story_id=? AND state=? AND created_at>?)',
  ],
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
  ['comments by id', () => commentsById(db, [1, 2]), 'INTEGER PRIMARY KEY (rowid=?)'],
  ['the count', () => visibleCountOf(db, 1), 'COVERING INDEX comments_of_story (story_id=? AND state=?)'],
])('%s: one index seek', async (_, query, seek) => {
  const [plan] = await queryPlans(db, query);

  expect(plan).toContain(seek);
  expect(plan).not.toMatch(/^SCAN (?!waiting|\(sub)/m);
  if (!plan?.includes('moderation_actions')) expect(plan).not.toContain('TEMP B-TREE');
});
