import { expect, test } from 'vitest';
import { auditEntries, commenters, comments, moderationActions } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { done, refused } from '@/lib/result';
import { approveComment } from './approve-comment';
import { hideComment } from './hide-comment';

const noon = new Date('2026-11-24T06:00:00Z');

test('an approved comment is announced, counted for its writer, and on record', async () => {
  const db = newsroom();
  const story = aStory(db);
  const comment = aComment(db, { storyId: story.id, state: 'held', heldBecause: ['first-comment'] });
  const moderator = aMember(db, 'moderator');

  const outcome = await approveComment(db, moderator, { commentId: comment.id, basedOn: 1 }, noon);

  expect(outcome).toEqual(done());
  expect(db.select().from(comments).get()).toMatchObject({
    state: 'visible',
    version: 2,
    heldBecause: ['first-comment'],
  });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1, hidden: 0 });
  expect(db.select().from(moderationActions).all()).toMatchObject([
    { from: 'held', to: 'visible', staffId: moderator.id },
  ]);
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
  expect(audited(db)).toEqual([`approve-comment comment:${comment.id}`]);
});

test('a held comment that is hidden was never seen, so nothing is announced', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });

  await hideComment(db, aMember(db, 'moderator'), { commentId: 1, basedOn: 1, reason: 'ad' }, noon);

  expect(db.select().from(comments).get()).toMatchObject({ state: 'hidden' });
  expect(db.select().from(moderationActions).get()).toMatchObject({ reason: 'ad' });
  expect(announced(db)).toEqual([]);
});

test('a visible comment that is hidden is announced, and its writer has one less', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id });
  db.update(commenters).set({ approved: 3 }).run();

  await hideComment(db, aMember(db, 'editor'), { commentId: 1, basedOn: 1, reason: 'abuse' }, noon);

  expect(db.select().from(commenters).get()).toMatchObject({ approved: 2, hidden: 1 });
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
});

test('what was hidden can stand again, and the counts with it', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  const moderator = aMember(db, 'moderator');
  await hideComment(db, moderator, { commentId: 1, basedOn: 1, reason: 'false' }, noon);
  await approveComment(db, moderator, { commentId: 1, basedOn: 2 }, noon);

  expect(db.select().from(comments).get()).toMatchObject({ state: 'visible', version: 3 });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1, hidden: 0 });
});

test('the second moderator is refused, and the first decision stands', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  await approveComment(db, aMember(db, 'moderator', 'সুমি'), { commentId: 1, basedOn: 1 }, noon);

  const second = aMember(db, 'moderator', 'রাজু');
  expect(await hideComment(db, second, { commentId: 1, basedOn: 1, reason: 'ad' }, noon)).toEqual(
    refused('stale'),
  );
  expect(await approveComment(db, second, { commentId: 1, basedOn: 1 }, noon)).toEqual(refused('stale'));
  expect(await approveComment(db, second, { commentId: 1, basedOn: 2 }, noon)).toEqual(refused('stale'));

  expect(db.select().from(comments).get()).toMatchObject({ state: 'visible', version: 2 });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1 });
  expect(announced(db)).toHaveLength(1);
});

test('a reporter and a commenter moderate nothing', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  const rahim = { kind: 'commenter', id: 1, name: 'রহিম' } as const;

  for (const actor of [aMember(db, 'reporter'), rahim]) {
    expect(await approveComment(db, actor, { commentId: 1, basedOn: 1 })).toEqual(refused('forbidden'));
    expect(await hideComment(db, actor, { commentId: 1, basedOn: 1, reason: 'ad' })).toEqual(
      refused('forbidden'),
    );
  }
  expect(db.select().from(comments).get()).toMatchObject({ state: 'held', version: 1 });
  expect(announced(db)).toEqual([]);
});

test('hiding without a reason, or with an invented one, is refused', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id });
  for (const reason of ['', 'because']) {
    const outcome = await hideComment(db, theOperator, { commentId: 1, basedOn: 1, reason });
    expect(outcome).toEqual(refused('no-reason', 'reason'));
  }
});

test('a comment that is not there, or was taken back by its writer, cannot be turned', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'withdrawn' });
  for (const commentId of [1, 99]) {
    expect(await approveComment(db, theOperator, { commentId, basedOn: 1 })).toEqual(
      refused('unknown-comment'),
    );
  }
});

test('the audit of a decision holds no address', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  await approveComment(db, aMember(db, 'chief'), { commentId: 1, basedOn: 1 }, noon);
  expect(JSON.stringify(db.select().from(auditEntries).all())).not.toContain('@');
});
