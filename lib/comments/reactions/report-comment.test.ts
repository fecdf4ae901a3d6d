import { expect, test } from 'vitest';
import { comments, reports } from '@/db/schema';
import { aComment, aStory } from '@/db/testing/builders';
import { announced, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { reportComment } from './report-comment';

const now = new Date('2026-11-24T06:00:00Z');
const complains = (storyId: number, commentId: number, wishes = {}) => ({
  storyId,
  commentId,
  reporter: 'a',
  reason: 'abuse',
  words: '',
  ...wishes,
});

function aDiscussion() {
  const db = newsroom();
  const { id: storyId } = aStory(db);
  return { db, storyId, commentId: aComment(db, { storyId }).id };
}

test('a device complains once, whatever it says the second time', async () => {
  const { db, storyId, commentId } = aDiscussion();
  expect(await reportComment(db, complains(storyId, commentId, { words: ' নাম তুলে গালি ' }), now)).toEqual(
    done(),
  );
  expect(await reportComment(db, complains(storyId, commentId, { reason: 'spam' }), now)).toEqual(done());
  expect(db.select().from(reports).all()).toMatchObject([
    { reason: 'abuse', words: 'নাম তুলে গালি', settledAt: null },
  ]);
});

test('a hundred complaints take nothing down and change no page', async () => {
  const { db, storyId, commentId } = aDiscussion();
  for (let at = 0; at < 100; at += 1)
    await reportComment(db, complains(storyId, commentId, { reporter: `r${at}` }), now);
  expect(db.select().from(comments).get()).toMatchObject({ state: 'visible' });
  expect(db.select().from(reports).all()).toHaveLength(100);
  expect(announced(db)).toEqual([]);
});

test.each([
  ['no reason', { reason: '' }, refused('no-reason', 'reason')],
  ['a made-up reason', { reason: 'because' }, refused('no-reason', 'reason')],
  ['too many words', { words: 'ক'.repeat(501) }, refused('too-long', 'words')],
  ['a comment that is not there', { commentId: 99 }, refused('unknown-comment')],
  ['another story', { storyId: 99 }, refused('unknown-comment')],
])('%s is refused and nothing kept', async (_, wishes, outcome) => {
  const { db, storyId, commentId } = aDiscussion();
  expect(await reportComment(db, complains(storyId, commentId, wishes), now)).toEqual(outcome);
  expect(db.select().from(reports).all()).toEqual([]);
});
