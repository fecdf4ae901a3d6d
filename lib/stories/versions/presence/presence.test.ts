import { expect, test } from 'vitest';
import { auditEntries, presence } from '@/db/schema';
import { aMember, aStory } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { forgetPresence, leaveStory, presentForMs, reportPresence, takeOverStory } from './report-presence';
import { whoIsHere } from './who-is-here';

const now = new Date('2026-11-24T07:00:00Z');
const after = (ms: number) => new Date(now.getTime() + ms);

function aNewsroom() {
  const db = newsroom();
  const [mitu, rahim] = [aMember(db, 'editor', 'মিতু'), aMember(db, 'chief', 'রহিম')];
  return { db, mitu, rahim, storyId: aStory(db).id };
}

test('who comes first writes, and the other is told so, while the first is there', async () => {
  const { db, mitu, rahim, storyId } = aNewsroom();
  expect(await reportPresence(db, mitu, storyId, now)).toMatchObject({ value: { holds: true, version: 1 } });
  expect(await reportPresence(db, rahim, storyId, after(1000))).toMatchObject({ value: { holds: false } });

  expect(await whoIsHere(db, rahim, [storyId], after(1000))).toEqual(
    new Map([[storyId, { writer: 'মিতু', others: [] }]]),
  );
  expect(await whoIsHere(db, mitu, [storyId], after(1000))).toEqual(
    new Map([[storyId, { writer: null, others: ['রহিম'] }]]),
  );

  const later = after(presentForMs + 500);
  expect(await whoIsHere(db, rahim, [storyId], later)).toEqual(new Map());
  expect(await reportPresence(db, rahim, storyId, later)).toMatchObject({ value: { holds: true } });
  expect(await reportPresence(db, mitu, storyId, later)).toMatchObject({ value: { holds: false } });
});

test('who leaves is gone at once', async () => {
  const { db, mitu, rahim, storyId } = aNewsroom();
  await reportPresence(db, mitu, storyId, now);
  await leaveStory(db, mitu, storyId);
  expect(await whoIsHere(db, rahim, [storyId], now)).toEqual(new Map());
});

test('taking over is a action in the audit, and the one who wrote learns of it', async () => {
  const { db, mitu, rahim, storyId } = aNewsroom();
  await reportPresence(db, mitu, storyId, now);
  await reportPresence(db, rahim, storyId, now);
  expect(await takeOverStory(db, rahim, storyId, after(1000))).toEqual({ ok: true });

  expect(await reportPresence(db, mitu, storyId, after(2000))).toMatchObject({ value: { holds: false } });
  expect(await whoIsHere(db, mitu, [storyId], after(2000))).toEqual(
    new Map([[storyId, { writer: 'রহিম', others: [] }]]),
  );
  expect(audited(db)).toEqual([`take-over-story story:${storyId}`]);
  expect(db.select().from(auditEntries).get()).toMatchObject({
    actorId: rahim.id,
    before: { heldBy: [mitu.id] },
    after: { heldBy: [rahim.id] },
  });
});

test('to take what nobody holds is no deed', async () => {
  const { db, rahim, storyId } = aNewsroom();
  await takeOverStory(db, rahim, storyId, now);
  await takeOverStory(db, rahim, storyId, now);
  expect(audited(db)).toEqual([]);
});

test('whoever may not edit the story is not there', async () => {
  const { db, storyId } = aNewsroom();
  const reporter = aMember(db, 'reporter');
  expect(await reportPresence(db, reporter, storyId, now)).toMatchObject({ code: 'forbidden' });
  expect(await takeOverStory(db, reporter, storyId, now)).toMatchObject({ code: 'forbidden' });
  expect(await reportPresence(db, reporter, 99, now)).toMatchObject({ code: 'not-found' });
  expect(db.select().from(presence).all()).toEqual([]);
});

test('after an hour nobody remembers who was here', async () => {
  const { db, mitu, storyId } = aNewsroom();
  await reportPresence(db, mitu, storyId, now);
  await forgetPresence(db, after(3_600_000));
  expect(db.select().from(presence).all()).toHaveLength(1);
  await forgetPresence(db, after(3_600_001));
  expect(db.select().from(presence).all()).toEqual([]);
});
