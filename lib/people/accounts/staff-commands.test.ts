import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, staff } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { announced, audited, newsroom } from '@/db/testing/newsroom';
import { done, refused } from '@/lib/result';
import { theOperator } from '../actor';
import { signIn } from '../sessions/sign-in';
import { verifyStaff } from '../sessions/verify-staff';
import { addStaff } from './add-staff';
import { changePassword } from './change-password';
import { changeRole } from './change-role';
import { disableStaff } from './disable-staff';
import { enableStaff } from './enable-staff';
import { resetPassword } from './reset-password';

const rahim = { email: 'rahim@barta.test', name: 'রহিম', role: 'reporter' } as const;
const at = (db: Connection, id: number) => db.select().from(staff).where(eq(staff.id, id)).get();

test('the chief adds a reporter, who can sign in with the password that was made up', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief', 'চিফ');

  const outcome = await addStaff(db, chief, { ...rahim, email: ' Rahim@Barta.test ' });

  if (!outcome.ok) throw new Error(outcome.code);
  expect(at(db, outcome.value.id)).toMatchObject(rahim);
  expect(audited(db)).toEqual([`add-staff staff:${outcome.value.id}`]);
  expect(JSON.stringify(db.select().from(auditEntries).all())).not.toContain('@');
  const entered = await signIn(db, { ...outcome.value, email: rahim.email, network: 'unknown', agent: '' });
  expect(entered).toMatchObject({ ok: true });
  expect(announced(db)).toEqual([]);
});

test('a name is stored repaired', async () => {
  const db = newsroom();
  // \u0985\u09BE is drawn as আ.
  const outcome = await addStaff(db, aMember(db, 'chief'), { ...rahim, name: ' \u0985\u09BEনোয়ার ' });
  expect(outcome.ok && at(db, outcome.value.id)?.name).toBe('আনোয়ার'.normalize('NFC'));
});

test.each([
  ['an address that is none', { email: 'rahim' }, refused('email-invalid', 'email')],
  ['no name', { name: '  ' }, refused('name-empty', 'name')],
  ['an endless name', { name: 'র'.repeat(81) }, refused('name-too-long', 'name')],
  ['a short password', { password: 'ছোট' }, refused('password-too-short', 'password')],
])('a member with %s is not added', async (_, overrides, answer) => {
  const db = newsroom();
  expect(await addStaff(db, theOperator, { ...rahim, ...overrides })).toEqual(answer);
  expect(audited(db)).toEqual([]);
});

test('an address has one member, in whatever case it is typed', async () => {
  const db = newsroom();
  await addStaff(db, theOperator, { ...rahim, password: 'নদীর ওপারে আলো' });
  const again = await addStaff(db, theOperator, {
    ...rahim,
    email: 'RAHIM@barta.test',
    password: 'নদীর ওপারে আলো',
  });
  expect(again).toEqual(refused('email-taken', 'email'));
});

test.each(['reporter', 'editor', 'moderator'] as const)('a %s manages nobody', async (role) => {
  const db = newsroom();
  const member = aMember(db, role, 'মিতু');
  const chief = aMember(db, 'chief', 'চিফ');
  const memberId = chief.id;

  expect(await addStaff(db, member, rahim)).toEqual(refused('forbidden'));
  expect(await resetPassword(db, member, { member: memberId })).toEqual(refused('forbidden'));
  expect(await changeRole(db, member, { memberId, role: 'reporter' })).toEqual(refused('forbidden'));
  expect(await disableStaff(db, member, { memberId })).toEqual(refused('forbidden'));
  expect(await enableStaff(db, member, { memberId })).toEqual(refused('forbidden'));
  expect(audited(db)).toEqual([]);
  expect(at(db, chief.id)).toMatchObject({ role: 'chief', disabledAt: null, sessionVersion: 1 });
});

test('a role changes at once, and once', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief', 'চিফ');
  const mitu = aMember(db, 'reporter', 'মিতু');
  expect(await changeRole(db, chief, { memberId: mitu.id, role: 'editor' })).toEqual(done({ name: 'মিতু' }));
  expect(await changeRole(db, chief, { memberId: mitu.id, role: 'editor' })).toEqual(done({ name: 'মিতু' }));
  expect(at(db, mitu.id)).toMatchObject({ role: 'editor' });
  expect(audited(db)).toEqual([`change-role staff:${mitu.id}`]);
});

test('the last chief stays chief and stays, whoever asks', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief', 'চিফ');
  const gone = aMember(db, 'chief', 'গত');
  await disableStaff(db, theOperator, { memberId: gone.id });

  for (const actor of [chief, theOperator]) {
    expect(await changeRole(db, actor, { memberId: chief.id, role: 'editor' })).toEqual(
      refused('last-chief'),
    );
    expect(await disableStaff(db, actor, { memberId: chief.id })).toEqual(refused('last-chief'));
  }
  await enableStaff(db, chief, { memberId: gone.id });
  expect(await disableStaff(db, gone, { memberId: chief.id })).toEqual(done({ name: 'চিফ' }));
});

test('nobody who is not there is changed', async () => {
  const db = newsroom();
  const memberId = 99;
  expect(await changeRole(db, theOperator, { memberId, role: 'editor' })).toEqual(refused('unknown'));
  expect(await disableStaff(db, theOperator, { memberId })).toEqual(refused('unknown'));
  expect(await enableStaff(db, theOperator, { memberId })).toEqual(refused('unknown'));
  expect(await resetPassword(db, theOperator, { member: 'nobody@barta.test' })).toEqual(refused('unknown'));
  expect(await resetPassword(db, theOperator, { member: 'no address' })).toEqual(refused('unknown'));
});

test('who comes back finds none of the old sessions open', async () => {
  const db = newsroom();
  const added = await addStaff(db, theOperator, rahim);
  if (!added.ok) throw new Error(added.code);
  const { id, password } = added.value;
  const asked = { email: rahim.email, password, network: 'unknown', agent: '' };
  const entered = await signIn(db, asked);
  const token = entered.ok ? entered.value.token : '';

  await disableStaff(db, theOperator, { memberId: id });
  await enableStaff(db, theOperator, { memberId: id });
  expect(await verifyStaff(db, token)).toBeNull();
  expect(await signIn(db, asked)).toMatchObject({ ok: true });
});

test('a member changes their own password: this browser stays in, the others are out', async () => {
  const db = newsroom();
  const added = await addStaff(db, theOperator, { ...rahim, password: 'পুরোনো পাসওয়ার্ড' });
  if (!added.ok) throw new Error(added.code);
  const asked = { email: rahim.email, password: 'পুরোনো পাসওয়ার্ড', network: 'unknown', agent: '' };
  const [here, there] = [await signIn(db, asked), await signIn(db, asked)];
  if (!here.ok || !there.ok) throw new Error('sign-in');
  const { member, token } = here.value;
  const change = { current: asked.password, wanted: 'নতুন পাসওয়ার্ড', token, network: 'unknown' };

  expect(await changePassword(db, member, { ...change, current: 'ভুল পাসওয়ার্ড' })).toEqual(
    refused('wrong', 'currentPassword'),
  );
  expect(await changePassword(db, member, { ...change, wanted: 'ছোট' })).toEqual(
    refused('password-too-short', 'newPassword'),
  );
  expect(await changePassword(db, member, { ...change, wanted: asked.password })).toEqual(
    refused('same', 'newPassword'),
  );
  expect(await changePassword(db, member, change)).toEqual(done());

  expect(await verifyStaff(db, token)).toEqual(member);
  expect(await verifyStaff(db, there.value.token)).toBeNull();
  expect(await signIn(db, asked)).toMatchObject({ code: 'wrong' });
  expect(await signIn(db, { ...asked, password: change.wanted })).toMatchObject({ ok: true });
});
