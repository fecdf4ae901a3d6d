import { expect, test } from 'vitest';
import { newsroom } from '../testing/newsroom';
import { queryPlans } from '../testing/query-plans';
import {
  commentsById,
  hiddenRootsWithAnswersOf,
  newest,
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
    () => hiddenRootsWithAnswersOf(db, 1, newest, 20),
    'comments_roots_of_story (story_id=? AND state=? AND created_at<?)',
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
