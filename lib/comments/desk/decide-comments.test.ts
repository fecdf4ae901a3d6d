import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, commenters, comments, moderationActions, reports } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { type Actor, theOperator } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { decideComments, type Verdict } from './decide-comments';

const noon = new Date('2026-11-24T06:00:00Z');

/** One comment, as the tests below mostly decide. */
function decide(db: Connection, actor: Actor, verdict: Verdict, basedOn = 1, reason = 'ad', commentId = 1) {
  return decideComments(db, actor, { verdict, reason, targets: [{ commentId, basedOn }] }, noon);
}
const late = (id = 1) =>
  expect.objectContaining({ ok: true, value: expect.objectContaining({ settled: [], late: [id] }) });

test('an approved comment is announced, counted for its writer, and on record', async () => {
  const db = newsroom();
  const story = aStory(db);
  const comment = aComment(db, { storyId: story.id, state: 'held', heldBecause: ['first-comment'] });
  const moderator = aMember(db, 'moderator');

  const outcome = await decide(db, moderator, 'approve');

  expect(outcome).toMatchObject({ ok: true, value: { settled: [{ id: comment.id, version: 2 }], late: [] } });
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

  await decide(db, aMember(db, 'moderator'), 'hide', 1, 'ad');

  expect(db.select().from(comments).get()).toMatchObject({ state: 'hidden' });
  expect(db.select().from(moderationActions).get()).toMatchObject({ reason: 'ad' });
  expect(announced(db)).toEqual([]);
});

test('a visible comment that is hidden is announced, and its writer has one less', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id });
  db.update(commenters).set({ approved: 3 }).run();

  await decide(db, aMember(db, 'editor'), 'hide', 1, 'abuse');

  expect(db.select().from(commenters).get()).toMatchObject({ approved: 2, hidden: 1 });
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
});

test('what was hidden can stand again, and the counts with it', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  const moderator = aMember(db, 'moderator');
  await decide(db, moderator, 'hide', 1, 'false');
  await decide(db, moderator, 'approve', 2);

  expect(db.select().from(comments).get()).toMatchObject({ state: 'visible', version: 3 });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1, hidden: 0 });
});

test('the second moderator is refused, and the first decision stands', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  await decide(db, aMember(db, 'moderator', 'সুমি'), 'approve', 1);

  const second = aMember(db, 'moderator', 'রাজু');
  expect(await decide(db, second, 'hide')).toEqual(late());
  expect(await decide(db, second, 'spam')).toEqual(late());
  expect(await decide(db, second, 'approve')).toEqual(late());
  expect(await decide(db, second, 'approve', 2)).toEqual(late());

  expect(db.select().from(comments).get()).toMatchObject({ state: 'visible', version: 2 });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 1 });
  expect(announced(db)).toHaveLength(1);
});

test('a reporter and a commenter moderate nothing', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  const rahim = { kind: 'commenter', id: 1, name: 'রহিম' } as const;

  for (const actor of [aMember(db, 'reporter'), rahim]) {
    for (const verdict of ['approve', 'hide', 'spam'] as const)
      expect(await decide(db, actor, verdict)).toEqual(refused('forbidden'));
  }
  expect(db.select().from(comments).get()).toMatchObject({ state: 'held', version: 1 });
  expect(announced(db)).toEqual([]);
});

test('hiding without a reason, or with an invented one, is refused', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id });
  for (const reason of ['', 'because']) {
    expect(await decide(db, theOperator, 'hide', 1, reason)).toEqual(refused('no-reason', 'reason'));
  }
});

test('a comment that is not there, or was taken back by its writer, cannot be turned', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'withdrawn' });
  for (const commentId of [1, 99]) {
    expect(await decide(db, theOperator, 'approve', 1, '', commentId)).toEqual(late(commentId));
  }
});

test('the audit of a decision holds no address', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id, state: 'held' });
  await decide(db, aMember(db, 'chief'), 'approve', 1);
  expect(JSON.stringify(db.select().from(auditEntries).all())).not.toContain('@');
});

test('spam counts against its writer, and readers lose sight of it', async () => {
  const db = newsroom();
  const story = aStory(db);
  aComment(db, { storyId: story.id });
  db.update(commenters).set({ approved: 1 }).run();

  await decide(db, aMember(db, 'moderator'), 'spam');

  expect(db.select().from(comments).get()).toMatchObject({ state: 'spam' });
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 0, hidden: 1 });
  expect(announced(db)).toEqual([[`discussion:${story.id}`]]);
  expect(audited(db)).toEqual(['mark-comment-spam comment:1']);
});

test('several are decided with one stroke; of those, only what is as it was seen', async () => {
  const db = newsroom();
  const story = aStory(db);
  for (const body of ['এক', 'দুই', 'তিন']) aComment(db, { storyId: story.id, state: 'held', body });
  db.update(comments).set({ version: 2 }).where(eq(comments.id, 2)).run();

  const targets = [1, 2, 3].map((commentId) => ({ commentId, basedOn: 1 }));
  const outcome = await decideComments(db, aMember(db, 'moderator'), { verdict: 'approve', targets }, noon);

  expect(outcome).toMatchObject({ value: { late: [2] } });
  expect(
    db
      .select({ state: comments.state })
      .from(comments)
      .orderBy(comments.id)
      .all()
      .map(({ state }) => state),
  ).toEqual(['visible', 'held', 'visible']);
  expect(
    new Set(
      db
        .select()
        .from(moderationActions)
        .all()
        .map(({ batch }) => batch),
    ).size,
  ).toBe(1);
});

test('to let a reported comment stand settles its reports; without a report it is no decision', async () => {
  const db = newsroom();
  aComment(db, { storyId: aStory(db).id });
  db.insert(reports).values({ commentId: 1, reporter: 'x', reason: 'abuse', at: noon }).run();
  const moderator = aMember(db, 'moderator');

  expect(await decide(db, moderator, 'approve')).toMatchObject({
    value: { settled: [{ id: 1, version: 2 }] },
  });
  expect(db.select().from(reports).get()).toMatchObject({ settledAt: noon, settledBy: moderator.id });
  expect(announced(db)).toEqual([]);
  expect(await decide(db, moderator, 'approve', 2)).toEqual(late());
});
