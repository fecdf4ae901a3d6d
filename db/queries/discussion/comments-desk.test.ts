import { expect, test } from 'vitest';
import { aComment, aStory } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { queryPlans } from '@/db/testing/query-plans';
import {
  actionsOn,
  addressesFrom,
  countIn,
  notesOn,
  oldestHeld,
  openReportsOn,
  shownUnder,
  writtenBy,
} from './comment-context';
import { newest } from './comments';
import { commentsOnDesk, findComments } from './comments-desk';

const db = newsroom();
const older = { to: 'older', from: newest, limit: 50 } as const;
const start = { at: new Date(0), id: 0 };

test.each([
  [
    'the queue',
    () => findComments(db, { state: 'held' }, older),
    'comments_in_queue (state=? AND created_at<?)',
  ],
  [
    'what has come since',
    () => findComments(db, { state: 'held' }, { to: 'newer', from: start, limit: 50 }),
    'comments_in_queue (state=? AND created_at>?)',
  ],
  ['one writer', () => findComments(db, { commenterId: 1 }, older), 'comments_of_commenter (commenter_id=?)'],
  ['one address', () => findComments(db, { email: 'x' }, older), 'comments_of_commenter (commenter_id=?)'],
  [
    'words in a state',
    () => findComments(db, { state: 'visible', words: 'x' }, older),
    'COVERING INDEX comments_in_queue (state=? AND created_at<?)',
  ],
  [
    'words in one story',
    () => findComments(db, { storyId: 1, words: 'x' }, older),
    'COVERING INDEX comments_of_story (story_id=? AND state=? AND created_at<?)',
  ],
  [
    'days',
    () => findComments(db, { since: start.at, until: newest.at }, older),
    'COVERING INDEX comments_in_queue (state=? AND created_at>? AND created_at<?)',
  ],
  ['complaints', () => findComments(db, { reported: true }, older), 'SCAN reports USING INDEX reports_open'],
  ['a page', () => commentsOnDesk(db, [1, 2]), 'SEARCH comments USING INTEGER PRIMARY KEY (rowid=?)'],
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
  // But for the open complaints, which are few and an index of their own.
  expect(plan).not.toMatch(/^SCAN (?!some|\(sub|few|stretch|reports USING INDEX reports_open|json_each)/m);
});

test('what is asked for is looked for so far, newest first, and from there on when asked', async () => {
  const here = newsroom();
  const story = aStory(here);
  const other = aStory(here);
  const said = Array.from({ length: 12 }, (_, i) =>
    aComment(here, {
      storyId: i % 2 === 0 ? story.id : other.id,
      state: i % 3 === 0 ? 'hidden' : 'visible',
      body: i === 1 ? 'বিরল কথা' : `কথা ${i}`,
      createdAt: new Date(1000 * (i + 1)),
    }),
  ).reverse();
  const page = (limit: number) => ({ to: 'older', from: newest, limit }) as const;

  expect((await findComments(here, {}, page(50))).ids).toEqual(said.map(({ id }) => id));
  expect((await findComments(here, { state: 'hidden' }, page(2))).ids).toEqual(
    said
      .filter(({ state }) => state === 'hidden')
      .slice(0, 2)
      .map(({ id }) => id),
  );
  expect((await findComments(here, { storyId: story.id }, page(50))).ids).toEqual(
    said.filter(({ storyId }) => storyId === story.id).map(({ id }) => id),
  );

  const first = await findComments(here, { words: 'বিরল' }, page(50), 5);
  expect(first).toEqual({ ids: [], end: { id: said[4]?.id, at: said[4]?.createdAt } });
  let place = first.end;
  const found: number[] = [];
  while (place) {
    const part = await findComments(here, { words: 'বিরল' }, { ...page(50), from: place }, 5);
    found.push(...part.ids);
    place = part.end;
  }
  expect(found).toEqual([said.at(-2)?.id]);
});
