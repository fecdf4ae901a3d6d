import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, staffRecoveryCodes, staffTotp } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { decryptText, encryptText } from '@/lib/encrypt-text';
import { refused } from '@/lib/result';
import { addStaff } from '../accounts/add-staff';
import { type StaffMember, theOperator } from '../actor';
import { confirmIdentity } from '../sessions/confirm-identity';
import { signIn } from '../sessions/sign-in';
import { verifySession, verifyStaff } from '../sessions/verify-staff';
import { finishSignIn } from './finish-sign-in';
import { removeSecondFactor } from './remove-second-factor';
import { renewRecoveryCodes } from './renew-recovery-codes';
import { beginAppSetup, confirmApp } from './set-up-app';
import { codeAt, newTotpSecret, stepOfCode } from './totp';

const key = 'a-secret-of-at-least-thirty-two-characters';
const email = 'rahim@barta.test';
const password = 'নদীর ওপারে আলো';
const morning = new Date('2026-12-03T03:00:00Z');
const later = (seconds: number) => new Date(morning.getTime() + seconds * 1000);

async function withApp(db: Connection) {
  const added = await addStaff(db, theOperator, { email, name: 'রহিম', role: 'reporter', password }, morning);
  if (!added.ok) throw new Error(added.code);
  const member: StaffMember = { kind: 'staff', id: added.value.id, name: 'রহিম', role: 'reporter' };
  const begun = await beginAppSetup(db, member, key, morning);
  if (!begun.ok) throw new Error(begun.code);
  const { secret } = begun.value;
  const confirmed = await confirmApp(db, member, { code: codeAt(secret, morning), key }, morning);
  if (!confirmed.ok) throw new Error(confirmed.code);
  return { member, secret, recoveryCodes: confirmed.value.recoveryCodes };
}

async function stepOf(db: Connection, now: Date): Promise<string> {
  const outcome = await signIn(db, { email, password, network: 'unknown', agent: 'Firefox' }, now);
  if (outcome.ok || outcome.code !== 'second-factor') throw new Error('no second factor was asked for');
  return outcome.step;
}

const finish = (db: Connection, step: string, code: string, now: Date) =>
  finishSignIn(db, { step, code, agent: 'Firefox', key }, now);

test('codes are those of RFC 6238, and none is accepted twice or from another time', () => {
  // The secret and two of the test vectors of appendix B (SHA-1), shortened to six digits.
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  expect(codeAt(secret, new Date(59_000))).toBe('287082');
  expect(codeAt(secret, new Date(1_111_111_109_000))).toBe('081804');
  const step = stepOfCode(secret, '287082', 0, new Date(59_000));
  expect(step).toBe(1);
  expect(stepOfCode(secret, '287082', 1, new Date(59_000))).toBeNull();
  expect(stepOfCode(secret, '287082', 0, new Date(85_000))).toBe(1);
  expect(stepOfCode(secret, '287082', 0, new Date(120_000))).toBeNull();
  for (const wrong of ['', '28708', '2870820', 'abcdef', '২৮৭০৮২']) {
    expect(stepOfCode(secret, wrong, 0, new Date(59_000))).toBeNull();
  }
});

test('a secret is read back with its own key only', () => {
  const secret = newTotpSecret();
  const stored = encryptText(secret, { secret: key, purpose: 'two-factor secret' });
  expect(stored).not.toContain(secret);
  expect(decryptText(stored, { secret: key, purpose: 'two-factor secret' })).toBe(secret);
  expect(decryptText(stored, { secret: `${key}!`, purpose: 'two-factor secret' })).toBeNull();
  expect(decryptText(stored.slice(0, -2), { secret: key, purpose: 'two-factor secret' })).toBeNull();
  expect(decryptText('', { secret: key, purpose: 'two-factor secret' })).toBeNull();
});

test('an app is on only after its first code, and the same secret is shown until then', async () => {
  const db = newsroom();
  const member = aMember(db, 'editor');
  const first = await beginAppSetup(db, member, key, morning);
  expect(await beginAppSetup(db, member, key, later(60))).toEqual(first);
  expect(await confirmApp(db, member, { code: '000000', key }, morning)).toEqual(
    refused('wrong-code', 'code'),
  );
  if (!first.ok) throw new Error(first.code);
  // As it is typed on a Bengali keyboard, in two groups.
  const digits = codeAt(first.value.secret, morning).replace(/\d/g, (digit) =>
    '০১২৩৪৫৬৭৮৯'.charAt(Number(digit)),
  );
  const code = `${digits.slice(0, 3)} ${digits.slice(3)}`;
  expect(await confirmApp(db, member, { code, key }, morning)).toMatchObject({ ok: true });
  expect(await confirmApp(db, member, { code, key }, morning)).toEqual(refused('not-begun'));
  expect(await beginAppSetup(db, member, key, later(60))).toEqual(refused('has-app'));
});

test('with an app the password alone opens nothing, and the code opens once', async () => {
  const db = newsroom();
  const { secret } = await withApp(db);
  const step = await stepOf(db, later(60));
  expect(await verifyStaff(db, step, later(60))).toBeNull();

  expect(await finish(db, step, '000000', later(60))).toEqual(refused('wrong-code', 'code'));
  const code = codeAt(secret, later(60));
  const entered = await finish(db, step, code, later(61));
  expect(entered).toMatchObject({ ok: true, value: { email } });
  if (entered.ok)
    expect(await verifyStaff(db, entered.value.token, later(61))).toMatchObject({ name: 'রহিম' });
  // Neither the step nor the code is good again.
  expect(await finish(db, step, code, later(62))).toEqual(refused('expired'));
  expect(await finish(db, await stepOf(db, later(62)), code, later(63))).toEqual(
    refused('wrong-code', 'code'),
  );
});

test('five wrong codes, ten minutes, or a reset end the step', async () => {
  const db = newsroom();
  const { secret, member } = await withApp(db);
  const tried = await stepOf(db, later(60));
  const answers = await Promise.all(Array.from({ length: 8 }, () => finish(db, tried, '000000', later(61))));
  expect(answers.filter((answer) => !answer.ok && answer.code === 'wrong-code')).toHaveLength(5);
  expect(await finish(db, tried, codeAt(secret, later(62)), later(62))).toEqual(refused('expired'));

  const old = await stepOf(db, later(120));
  expect(await finish(db, old, codeAt(secret, later(721)), later(721))).toEqual(refused('expired'));

  const reset = await stepOf(db, later(800));
  await removeSecondFactor(db, theOperator, { member: member.id }, later(801));
  expect(await finish(db, reset, codeAt(secret, later(802)), later(802))).toEqual(refused('expired'));
});

test('a recovery code works once, however it is typed, and only for its owner', async () => {
  const db = newsroom();
  const { recoveryCodes, member } = await withApp(db);
  const [first = '', second = ''] = recoveryCodes;
  expect(recoveryCodes).toHaveLength(10);
  expect(first).toMatch(/^[0-9a-hjkmnp-tv-z]{4}(-[0-9a-hjkmnp-tv-z]{4}){2}$/);

  const typed = ` ${first.toUpperCase().replaceAll('-', ' ')} `;
  expect(await finish(db, await stepOf(db, later(60)), typed, later(61))).toMatchObject({ ok: true });
  expect(await finish(db, await stepOf(db, later(62)), first, later(63))).toEqual(
    refused('wrong-code', 'code'),
  );

  const other = aMember(db, 'editor');
  expect(await renewRecoveryCodes(db, other)).toEqual(refused('none'));
  const renewed = await renewRecoveryCodes(db, member, later(64));
  if (!renewed.ok) throw new Error(renewed.code);
  expect(await finish(db, await stepOf(db, later(65)), second, later(66))).toEqual(
    refused('wrong-code', 'code'),
  );
  const [fresh = ''] = renewed.value.recoveryCodes;
  expect(await finish(db, await stepOf(db, later(67)), fresh, later(68))).toMatchObject({ ok: true });
});

test('nothing that is stored gives a code away', async () => {
  const db = newsroom();
  const { secret, recoveryCodes } = await withApp(db);
  const stored = JSON.stringify([
    db.select().from(staffTotp).all(),
    db.select().from(staffRecoveryCodes).all(),
    db.select().from(auditEntries).all(),
  ]);
  for (const word of [secret, ...recoveryCodes]) expect(stored).not.toContain(word);
});

test('whoever manages staff takes a lost app away and ends the sessions; nobody else may', async () => {
  const db = newsroom();
  const { member, secret } = await withApp(db);
  const entered = await finish(db, await stepOf(db, later(60)), codeAt(secret, later(60)), later(60));
  if (!entered.ok) throw new Error(entered.code);

  expect(await removeSecondFactor(db, aMember(db, 'editor'), { member: member.id })).toEqual(
    refused('forbidden'),
  );
  expect(await removeSecondFactor(db, theOperator, { member: 'nobody@barta.test' })).toEqual(
    refused('unknown'),
  );
  expect(await removeSecondFactor(db, aMember(db, 'chief'), { member: email })).toMatchObject({ ok: true });
  expect(await removeSecondFactor(db, theOperator, { member: email })).toEqual(refused('none'));
  expect(await verifyStaff(db, entered.value.token, later(61))).toBeNull();
  const again = await signIn(db, { email, password, network: 'unknown', agent: '' }, later(62));
  expect(again).toMatchObject({ ok: true });
  expect(audited(db)).toContain(`remove-second-factor staff:${member.id}`);
});

test('a member proves again who they are by password or code, and not by a wrong one', async () => {
  const db = newsroom();
  const { member, secret } = await withApp(db);
  const entered = await finish(db, await stepOf(db, later(60)), codeAt(secret, later(60)), later(60));
  if (!entered.ok) throw new Error(entered.code);
  const { token } = entered.value;
  const proof = { token, password: '', code: '', network: 'unknown', key };
  const verifiedAt = async () => (await verifySession(db, token, later(4000)))?.verifiedAt;
  expect(await verifiedAt()).toEqual(later(60));

  expect(await confirmIdentity(db, member, { ...proof, password: 'ভুল' }, later(3600))).toEqual(
    refused('wrong', 'password'),
  );
  expect(await confirmIdentity(db, member, { ...proof, code: '000000' }, later(3601))).toEqual(
    refused('wrong-code', 'code'),
  );
  expect(await verifiedAt()).toEqual(later(60));
  expect(await confirmIdentity(db, member, { ...proof, password }, later(3602))).toMatchObject({ ok: true });
  expect(await verifiedAt()).toEqual(later(3602));
  const code = codeAt(secret, later(3700));
  expect(await confirmIdentity(db, member, { ...proof, code }, later(3700))).toMatchObject({ ok: true });
  expect(await verifiedAt()).toEqual(later(3700));

  for (let time = 1; time <= 5; time++) {
    await confirmIdentity(db, member, { ...proof, password: 'ভুল' }, later(3700 + time));
  }
  expect(await confirmIdentity(db, member, { ...proof, password }, later(3706))).toEqual(refused('locked'));
});
