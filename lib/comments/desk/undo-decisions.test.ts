import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { commenters, comments, moderationActions, reports, spamWords } from '@/db/schema';
import { aComment, aMember, aStory } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { decideComments, type Verdict } from './decide-comments';
import { undoDecisions } from './undo-decisions';

const noon = new Date('2026-11-24T06:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

function held(count: number) {
  const db = newsroom();
  const story = aStory(db);
  for (let n = 1; n <= count; n += 1) aComment(db, { storyId: story.id, state: 'held', body: `কথা ${n}` });
  return { db, story, sumi: aMember(db, 'moderator', 'সুমি'), raju: aMember(db, 'moderator', 'রাজু') };
}

async function decide(
  db: Connection,
  actor: ReturnType<typeof aMember>,
  verdict: Verdict,
  ids: number[],
  at = noon,
) {
  const targets = ids.map((commentId) => ({
    commentId,
    basedOn: db.select().from(comments).where(eq(comments.id, commentId)).get()?.version ?? 0,
  }));
  const outcome = await decideComments(db, actor, { verdict, reason: 'ad', targets }, at);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}
const states = (db: Connection) =>
  db
    .select({ state: comments.state })
    .from(comments)
    .orderBy(comments.id)
    .all()
    .map(({ state }) => state);

test('the last stroke is taken back as a whole: states, record, and the readers hear of it', async () => {
  const { db, story, sumi } = held(3);
  await decide(db, sumi, 'hide', [3]);
  await decide(db, sumi, 'approve', [1, 2], later(1));

  const outcome = await undoDecisions(db, sumi, 'last', later(2));

  expect(outcome).toMatchObject({
    value: {
      restored: [
        { id: 1, version: 3, state: 'held' },
        { id: 2, version: 3, state: 'held' },
      ],
      late: [],
    },
  });
  expect(states(db)).toEqual(['held', 'held', 'hidden']);
  expect(db.select().from(commenters).get()).toMatchObject({ approved: 0, hidden: 1 });
  expect(announced(db)).toEqual(Array(4).fill([`discussion:${story.id}`]));
  expect(audited(db).slice(-2)).toEqual(['undo-decision comment:1', 'undo-decision comment:2']);
});

test('undo goes back stroke by stroke, and then there is nothing left', async () => {
  const { db, sumi } = held(2);
  await decide(db, sumi, 'spam', [1]);
  await decide(db, sumi, 'approve', [2], later(1));

  await undoDecisions(db, sumi, 'last', later(2));
  expect(states(db)).toEqual(['spam', 'held']);
  await undoDecisions(db, sumi, 'last', later(3));
  expect(states(db)).toEqual(['held', 'held']);
  expect(await undoDecisions(db, sumi, 'last', later(4))).toEqual(refused('nothing-to-undo'));
});

test('what another has decided since is not undone, and is named', async () => {
  const { db, sumi, raju } = held(2);
  const { batch } = await decide(db, sumi, 'hide', [1, 2]);
  await decide(db, raju, 'approve', [1], later(1));

  const outcome = await undoDecisions(db, sumi, { batch }, later(2));

  expect(outcome).toMatchObject({ value: { restored: [{ id: 2 }], late: [1] } });
  expect(states(db)).toEqual(['visible', 'held']);
});

test('one decision out of a stroke is taken back alone, and only once', async () => {
  const { db, sumi } = held(2);
  await decide(db, sumi, 'spam', [1, 2]);
  const [first] = db.select().from(moderationActions).all();

  const undo = { actionId: first?.id ?? 0 };
  expect(await undoDecisions(db, sumi, undo, later(1))).toMatchObject({ ok: true });
  expect(states(db)).toEqual(['held', 'spam']);
  expect(await undoDecisions(db, sumi, undo, later(2))).toEqual(refused('nothing-to-undo'));
});

test('the reports that the decision settled are open again, older ones stay settled', async () => {
  const { db, sumi } = held(1);
  const report = { commentId: 1, reason: 'abuse', at: noon } as const;
  db.insert(reports)
    .values([
      { ...report, reporter: 'a', settledAt: later(-9), settledBy: sumi.id },
      { ...report, reporter: 'b' },
    ])
    .run();
  await decide(db, sumi, 'hide', [1]);
  await undoDecisions(db, sumi, 'last', later(1));

  expect(db.select().from(reports).all()).toMatchObject([
    { settledAt: later(-9) },
    { settledAt: null, settledBy: null },
  ]);
});

test('a withdrawn comment stays withdrawn', async () => {
  const { db, sumi } = held(1);
  await decide(db, sumi, 'approve', [1]);
  db.update(comments).set({ state: 'withdrawn' }).run();

  expect(await undoDecisions(db, sumi, 'last', later(1))).toMatchObject({
    value: { restored: [], late: [1] },
  });
  expect(states(db)).toEqual(['withdrawn']);
});

test('nobody undoes by batch what another has decided, nor without the permit', async () => {
  const { db, sumi, raju } = held(1);
  const { batch } = await decide(db, sumi, 'approve', [1]);

  expect(await undoDecisions(db, raju, { batch })).toEqual(refused('nothing-to-undo'));
  expect(await undoDecisions(db, raju, 'last')).toEqual(refused('nothing-to-undo'));
  expect(await undoDecisions(db, sumi, { batch: '' })).toEqual(refused('nothing-to-undo'));
  for (const actor of [aMember(db, 'reporter'), theOperator])
    expect(await undoDecisions(db, actor, { batch })).toEqual(refused('forbidden'));
  expect(states(db)).toEqual(['visible']);
});

test('the spam filter forgets what it was taught, and remembers what it was taught before', async () => {
  const { db, sumi } = held(1);
  const learnt = () => db.select().from(spamWords).where(eq(spamWords.word, '')).get();
  await decide(db, sumi, 'approve', [1]);
  await decide(db, sumi, 'spam', [1], later(1));
  expect(learnt()).toMatchObject({ spam: 1, ham: 0 });
  await undoDecisions(db, sumi, 'last', later(2));
  expect(learnt()).toMatchObject({ spam: 0, ham: 1 });
  await undoDecisions(db, sumi, 'last', later(3));
  expect(learnt()).toMatchObject({ spam: 0, ham: 0 });
});
