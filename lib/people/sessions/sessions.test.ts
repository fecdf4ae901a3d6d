import { expect, test } from 'vitest';
import { openSessionsOf } from '@/db/queries/operations/people';
import { staffSessions } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { agentName } from './agent-name';
import { endOwnSession } from './end-own-session';
import { hashOfToken } from './session';
import { verifyStaff } from './verify-staff';

const morning = new Date('2026-11-24T03:00:00Z');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);

function aRoomWithSession() {
  const db = newsroom();
  const mitu = aMember(db, 'reporter');
  db.insert(staffSessions)
    .values({
      tokenHash: hashOfToken('ফোন'),
      staffId: mitu.id,
      sessionVersion: 1,
      agent: '',
      createdAt: morning,
    })
    .run();
  return { db, mitu };
}

test('a session is seen when it is used, and written down every five minutes only', async () => {
  const { db } = aRoomWithSession();
  const seen = () => db.select().from(staffSessions).get()?.seenAt;

  await verifyStaff(db, 'ফোন', later(1));
  expect(seen()).toEqual(later(1));
  await verifyStaff(db, 'ফোন', later(5));
  expect(seen()).toEqual(later(1));
  await verifyStaff(db, 'ফোন', later(6));
  expect(seen()).toEqual(later(6));
});

test('a member signs out a browser of theirs, and nobody else’s', async () => {
  const { db, mitu } = aRoomWithSession();
  const session = hashOfToken('ফোন');
  expect(await openSessionsOf(db, mitu.id, later(-60))).toMatchObject([{ tokenHash: session }]);

  expect(await endOwnSession(db, aMember(db, 'chief', 'চিফ'), { session })).toEqual(refused('not-found'));
  expect(await endOwnSession(db, mitu, { session })).toEqual(done());
  expect(await verifyStaff(db, 'ফোন', later(1))).toBeNull();
  expect(await openSessionsOf(db, mitu.id, later(-60))).toEqual([]);
  expect(audited(db)).toEqual([`end-session staff:${mitu.id}`]);
});

test.each([
  [
    'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36',
    'Chrome · Android',
  ],
  ['Mozilla/5.0 (Windows NT 10.0; Win64) Chrome/130.0 Safari/537.36 Edg/130.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 17) Version/17 Mobile Safari/604', 'Safari · iPhone'],
  ['curl/8', ''],
])('%s is called “%s”', (agent, name) => {
  expect(agentName(agent)).toBe(name);
});
