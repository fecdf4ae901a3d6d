import { expect, test } from 'vitest';
import { newsroom } from '../testing/newsroom';
import { queryPlans } from '../testing/query-plans';
import { newest } from './comments';
import {
  actionsOn,
  addressesFrom,
  commentsOnDesk,
  countIn,
  notesOn,
  oldestHeld,
  openReportsOn,
  shownUnder,
  writtenBy,
} from './comments-desk';

const db = newsroom();
const older = { to: 'older', from: newest, limit: 50 } as const;
const start = { at: new Date(0), id: 0 };

test.each([
  [
    'the queue',
    () => commentsOnDesk(db, { state: 'held' }, older),
    'comments_in_queue (state=? AND created_at<?)',
  ],
  [
    'what has come since',
    () => commentsOnDesk(db, { state: 'held' }, { to: 'newer', from: start, limit: 50 }),
    'comments_in_queue (state=? AND created_at>?)',
  ],
  [
    'one writer',
    () => commentsOnDesk(db, { commenterId: 1 }, older),
    'comments_of_commenter (commenter_id=?)',
  ],
  ['one address', () => commentsOnDesk(db, { email: 'x' }, older), 'comments_of_commenter (commenter_id=?)'],
  ['actions', () => actionsOn(db, [1, 2]), 'moderation_actions_of (comment_id=?)'],
  ['reports', () => openReportsOn(db, [1, 2]), 'reports_o'],
  ['notes', () => notesOn(db, [1, 2]), 'commenter_notes_of (commenter_id=?)'],
  [
    'what they have written',
    () => writtenBy(db, [1, 2]),
    'COVERING INDEX comments_of_commenter (commenter_id=?)',
  ],
  ['what stories show', () => shownUnder(db, [1, 2]), 'comments_of_story (story_id=? AND state=?)'],
  [
    'neighbours',
    () => addressesFrom(db, ['x'], start.at),
    'comments_from_network (network=? AND created_at>?)',
  ],
  ['how many wait', () => countIn(db, 'held', 1000), 'COVERING INDEX comments_in_queue (state=?)'],
  ['who waits longest', () => oldestHeld(db), 'COVERING INDEX comments_in_queue (state=?)'],
])('%s: an index seek', async (_, query, seek) => {
  const [plan] = await queryPlans(db, query);

  expect(plan).toContain(seek);
  expect(plan).not.toMatch(/^SCAN (?!some|\(sub)/m);
});
