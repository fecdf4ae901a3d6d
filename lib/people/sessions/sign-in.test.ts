import { scryptSync } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, signInFailures, staff, staffSessions } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { disableStaff } from '../accounts/disable-staff';
import { resetPassword } from '../accounts/reset-password';
import { endSession } from './end-session';
import { signIn } from './sign-in';
import { verifyStaff } from './verify-staff';

const MORNING = new Date('2026-11-24T03:00:00Z');
const after = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

/** Cheap parameters: a test is not a safe. They also make each first sign-in renew the hash. */
function cheapHash(password: string): string {
  const key = scryptSync(password, 'salt', 32, { N: 2 ** 10, r: 8, p: 1 });
  return ['scrypt', 10, 8, 1, Buffer.from('salt').toString('base64url'), key.toString('base64url')].join('$');
}

function aMemberWhoSignsIn(db: Connection) {
  const mitu = aMember(db, 'editor', 'মিতু');
  db.update(staff)
    .set({ email: 'mitu@barta.test', passwordHash: cheapHash('নদীর ওপারে') })
    .where(eq(staff.id, mitu.id))
    .run();
  return mitu;
}

const credentials = {
  email: 'mitu@barta.test',
  password: 'নদীর ওপারে',
  network: '203.0.113.7',
  agent: 'Firefox',
};
const guess = { ...credentials, password: 'একটা কিছু' };

test('the right password opens a session, of which the store keeps only a hash', async () => {
  const db = newsroom();
  const mitu = aMemberWhoSignsIn(db);

  const outcome = await signIn(db, { ...credentials, email: ' Mitu@Barta.test ' }, MORNING);

  expect(outcome).toMatchObject({ ok: true, value: { member: mitu } });
  const token = outcome.ok ? outcome.value.token : '';
  expect(await verifyStaff(db, token, MORNING)).toEqual(mitu);
  expect(JSON.stringify(db.select().from(staffSessions).all())).not.toContain(token);
  expect(audited(db)).toEqual([`sign-in staff:${mitu.id}`]);
  expect(db.select().from(signInFailures).where(eq(signInFailures.count, 1)).all()).toEqual([]);
});

test('a hash of older parameters is renewed by a sign-in, and the password stays the same', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  await signIn(db, credentials, MORNING);
  expect(db.select().from(staff).get()?.passwordHash).toMatch(/^scrypt\$11\$/);
  expect(await signIn(db, credentials, MORNING)).toMatchObject({ ok: true });
});

test('a wrong password, an unknown address and a member who has left are answered alike', async () => {
  const db = newsroom();
  const mitu = aMemberWhoSignsIn(db);
  const chief = aMember(db, 'chief', 'চিফ');

  const wrong = await signIn(db, guess, MORNING);
  const unknown = await signIn(db, { ...credentials, email: 'nobody@barta.test' }, MORNING);
  await disableStaff(db, chief, { memberId: mitu.id }, MORNING);
  const left = await signIn(db, credentials, MORNING);

  expect([wrong, unknown, left]).toEqual(Array(3).fill({ ok: false, code: 'wrong' }));
  expect(audited(db)).toEqual([
    `fail-sign-in staff:${mitu.id}`,
    'fail-sign-in staff:unknown',
    `disable-staff staff:${mitu.id}`,
    `fail-sign-in staff:${mitu.id}`,
  ]);
});

test('no address is written into the audit or the list of failures', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  await signIn(db, guess, MORNING);
  await signIn(db, { ...credentials, email: 'secret-password-in-the-wrong-field' }, MORNING);
  await signIn(db, credentials, MORNING);

  const written = JSON.stringify([
    db.select().from(auditEntries).all(),
    db.select().from(signInFailures).all(),
  ]);
  expect(written).not.toMatch(/@|secret-password/);
});

test('an unknown address waits just like a known one, and the right password does not help', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  for (const email of ['mitu@barta.test', 'nobody@barta.test']) {
    for (let time = 1; time <= 5; time++) {
      expect(await signIn(db, { ...guess, email }, MORNING)).toMatchObject({ code: 'wrong' });
    }
    expect(await signIn(db, { ...credentials, email }, MORNING)).toEqual({
      ok: false,
      code: 'locked',
      until: after(1),
    });
  }
});

test('a locked attempt costs no hash and leaves no entry', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  for (let time = 1; time <= 5; time++) await signIn(db, guess, MORNING);
  const before = audited(db).length;
  for (let time = 1; time <= 50; time++)
    expect(await signIn(db, guess, MORNING)).toMatchObject({ code: 'locked' });
  expect(audited(db)).toHaveLength(before);
});

test('fifteen guesses at the same moment are not each the first', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  const outcomes = await Promise.all(Array.from({ length: 15 }, () => signIn(db, guess, MORNING)));
  expect(outcomes.filter((one) => !one.ok && one.code === 'wrong')).toHaveLength(5);
  expect(outcomes.filter((one) => !one.ok && one.code === 'locked')).toHaveLength(10);
});

test('a success, or a reset, clears what an address has failed before', async () => {
  const db = newsroom();
  const mitu = aMemberWhoSignsIn(db);
  for (let time = 1; time <= 4; time++) await signIn(db, guess, MORNING);
  expect(await signIn(db, credentials, MORNING)).toMatchObject({ ok: true });
  for (let time = 1; time <= 5; time++)
    expect(await signIn(db, guess, MORNING)).toMatchObject({ code: 'wrong' });
  expect(await signIn(db, credentials, MORNING)).toMatchObject({ code: 'locked' });

  const chief = aMember(db, 'chief', 'চিফ');
  const reset = await resetPassword(db, chief, { member: mitu.id }, MORNING);
  const password = reset.ok ? reset.value.password : '';
  expect(await signIn(db, { ...credentials, password }, MORNING)).toMatchObject({ ok: true });
});

test('a session is over after twelve hours, after a sign-out, after a reset, and once its member has left', async () => {
  const db = newsroom();
  const mitu = aMemberWhoSignsIn(db);
  const chief = aMember(db, 'chief', 'চিফ');
  const enter = async () => {
    const outcome = await signIn(db, credentials, MORNING);
    return outcome.ok ? outcome.value.token : '';
  };
  const [first, second] = [await enter(), await enter()];

  expect(await verifyStaff(db, first, after(12 * 60 - 1))).toEqual(mitu);
  expect(await verifyStaff(db, first, after(12 * 60))).toBeNull();

  await endSession(db, first, MORNING);
  await endSession(db, first, MORNING);
  expect(await verifyStaff(db, first, MORNING)).toBeNull();
  expect(await verifyStaff(db, second, MORNING)).toEqual(mitu);

  await resetPassword(db, chief, { member: 'mitu@barta.test', password: credentials.password }, MORNING);
  expect(await verifyStaff(db, second, MORNING)).toBeNull();

  const third = await enter();
  expect(await verifyStaff(db, third, MORNING)).toEqual(mitu);
  await disableStaff(db, chief, { memberId: mitu.id }, MORNING);
  expect(await verifyStaff(db, third, MORNING)).toBeNull();
  expect(await verifyStaff(db, 'made-up', MORNING)).toBeNull();
  expect(audited(db).filter((entry) => entry.startsWith('sign-out'))).toHaveLength(1);
});

test('sessions long over are swept when their member signs in', async () => {
  const db = newsroom();
  aMemberWhoSignsIn(db);
  await signIn(db, credentials, MORNING);
  await signIn(db, credentials, after(13 * 60));
  expect(db.select().from(staffSessions).all()).toHaveLength(1);
});
