import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Connection } from '@/db/client';
import { auditEntries, jobs, staff, staffLinks } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { newsroom } from '@/db/testing/newsroom';
import { sendDueMail } from '@/lib/mail/delivery/send-due-mail';
import { testMailer } from '@/lib/mail/testing/test-mailer';
import { refused } from '@/lib/result';
import { addStaff } from '../accounts/add-staff';
import { changePassword } from '../accounts/change-password';
import { disableStaff } from '../accounts/disable-staff';
import { inviteStaff, sendPasswordLink } from '../accounts/invite-staff';
import { resetPassword } from '../accounts/reset-password';
import { theOperator } from '../actor';
import { finishSignIn } from '../second-factor/finish-sign-in';
import { beginAppSetup, confirmApp } from '../second-factor/set-up-app';
import { codeAt } from '../second-factor/totp';
import { signIn } from '../sessions/sign-in';
import { verifySession, verifyStaff } from '../sessions/verify-staff';
import { requestPasswordLink } from './request-password-link';
import { setPasswordByLink } from './set-password-by-link';

const rahim = { email: 'rahim@barta.test', name: 'রহিম', role: 'reporter' } as const;
const password = 'নদীর ওপারে আলো';
const chosen = 'মাঝনদীতে ফেরি আটকা';
const morning = new Date('2026-12-03T03:00:00Z');
const later = (minutes: number) => new Date(morning.getTime() + minutes * 60_000);
const link = { network: 'unknown' };

/** The tokens of the links that have been mailed. */
async function mailed(db: Connection, now: Date) {
  const mailer = testMailer();
  await sendDueMail(db, mailer, () => now);
  return mailer.mails.map((mail) => ({ ...mail, token: /token=([\w-]{43})/.exec(mail.text)?.[1] ?? '' }));
}

const enter = (db: Connection, word: string, now: Date, network = 'unknown') =>
  signIn(db, { email: rahim.email, password: word, network, agent: '' }, now);

test('an invited member gets a link by mail, chooses a password, and is signed in', async () => {
  const db = newsroom();
  const outcome = await inviteStaff(db, aMember(db, 'chief'), rahim, { mails: true }, morning);
  expect(outcome).toMatchObject({ ok: true, value: { token: null } });

  const [mail] = await mailed(db, later(1));
  expect(mail).toMatchObject({ to: rahim.email, fileName: expect.stringMatching(/-s\d+-/) });
  expect(mail?.text).toContain('https://barta.test/login/password?token=');
  expect(mail?.text).toContain('বার্তার ডেস্কে আপনার অ্যাকাউন্ট');
  expect(mail?.unsubscribe).toBeUndefined();
  const stored = JSON.stringify([db.select().from(jobs).all(), db.select().from(staffLinks).all()]);
  expect(stored).not.toContain(mail?.token);

  const set = await setPasswordByLink(
    db,
    { token: mail?.token ?? '', password: chosen, agent: '' },
    later(2),
  );
  if (!set.ok || !('session' in set.value)) throw new Error('not signed in');
  expect(await verifySession(db, set.value.session.token, later(2))).toMatchObject({
    member: { name: rahim.name },
    isPasswordChangeDue: false,
  });
  expect(await enter(db, chosen, later(3))).toMatchObject({ ok: true });
  expect(JSON.stringify(db.select().from(auditEntries).all())).not.toContain('@');
});

test('a link is good once and for an hour; a newer one and leaving end it', async () => {
  const db = newsroom();
  const chief = aMember(db, 'chief');
  const invited = await inviteStaff(db, chief, rahim, { mails: false }, morning);
  if (!invited.ok || !invited.value.token) throw new Error('no link');
  const { id, token } = invited.value;
  const set = (token: string, now: Date) =>
    setPasswordByLink(db, { token, password: chosen, agent: '' }, now);

  expect(await set('nothing', later(1))).toEqual(refused('expired'));
  expect(await set(token, later(60))).toEqual(refused('expired'));
  const [again, newer] = [
    await sendPasswordLink(db, chief, { memberId: id, mails: false }, later(61)),
    await sendPasswordLink(db, chief, { memberId: id, mails: false }, later(62)),
  ];
  if (!again.ok || !newer.ok) throw new Error('no link');
  expect(await set(again.value.token ?? '', later(63))).toEqual(refused('expired'));

  const good = newer.value.token ?? '';
  const short = await setPasswordByLink(db, { token: good, password: 'ছোট', agent: '' }, later(63));
  expect(short).toEqual(refused('password-too-short', 'newPassword'));
  const own = await setPasswordByLink(db, { token: good, password: rahim.email, agent: '' }, later(63));
  expect(own).toEqual(refused('password-guessable', 'newPassword'));
  const both = await Promise.all([set(good, later(64)), set(good, later(64))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);

  const last = await sendPasswordLink(db, chief, { memberId: id, mails: false }, later(70));
  await disableStaff(db, chief, { memberId: id }, later(71));
  expect(await set(last.ok ? (last.value.token ?? '') : '', later(72))).toEqual(refused('expired'));
});

test('a reset by link ends the old password and all sessions, and is for who manages staff', async () => {
  const db = newsroom();
  const added = await addStaff(db, theOperator, { ...rahim, password }, morning);
  const session = await enter(db, password, morning);
  if (!added.ok || !session.ok) throw new Error('not signed in');
  const wanted = { memberId: added.value.id, mails: false };
  expect(await sendPasswordLink(db, aMember(db, 'editor'), wanted)).toEqual(refused('forbidden'));
  expect(await sendPasswordLink(db, theOperator, { ...wanted, memberId: 999 })).toEqual(refused('unknown'));
  await sendPasswordLink(db, theOperator, wanted, later(1));
  expect(await verifyStaff(db, session.value.token, later(1))).toBeNull();
  expect(await enter(db, password, later(1))).toMatchObject({ ok: false });
});

test('who is locked out by strangers gets in by a mailed link, and the throttle forgets the address', async () => {
  const db = newsroom();
  await addStaff(db, theOperator, { ...rahim, password }, morning);
  for (let time = 1; time <= 8; time++) await enter(db, 'ভুল-পাসওয়ার্ড', morning, 'stranger');
  expect(await enter(db, password, morning)).toMatchObject({ code: 'locked' });

  await requestPasswordLink(db, { email: ` ${rahim.email.toUpperCase()} `, ...link }, later(1));
  const [mail] = await mailed(db, later(1));
  const set = await setPasswordByLink(
    db,
    { token: mail?.token ?? '', password: chosen, agent: '' },
    later(2),
  );
  expect(set).toMatchObject({ ok: true, value: { session: { member: { name: rahim.name } } } });
  expect(await enter(db, chosen, later(2))).toMatchObject({ ok: true });
});

test('a link is asked for without learning who has an account, and nobody is flooded', async () => {
  const db = newsroom();
  const added = await addStaff(db, theOperator, { ...rahim, password }, morning);
  const known = await requestPasswordLink(db, { email: rahim.email, ...link }, morning);
  for (const email of ['nobody@barta.test', 'no address', '']) {
    expect(await requestPasswordLink(db, { email, ...link }, morning)).toEqual(known);
  }
  for (let time = 4; time < 20; time++) {
    expect(await requestPasswordLink(db, { email: rahim.email, ...link }, morning)).toEqual(known);
  }
  expect(await mailed(db, later(1))).toHaveLength(1);

  // A network that asks on and on is told so, and gets no further mail within the hour; another does.
  const tooMany = await requestPasswordLink(db, { email: rahim.email, ...link }, later(30));
  expect(tooMany).toEqual(refused('too-many'));
  expect(await mailed(db, later(31))).toHaveLength(0);
  await requestPasswordLink(db, { email: rahim.email, network: 'another' }, later(32));
  expect(await mailed(db, later(33))).toHaveLength(1);
  await requestPasswordLink(db, { email: rahim.email, ...link }, later(61));
  expect(await mailed(db, later(62))).toHaveLength(1);

  if (added.ok) await disableStaff(db, theOperator, { memberId: added.value.id });
  await requestPasswordLink(db, { email: rahim.email, network: 'another' }, later(90));
  expect(await mailed(db, later(91))).toHaveLength(0);
});

test('the link does not stand for the second factor', async () => {
  const db = newsroom();
  const key = 'a-secret-of-at-least-thirty-two-characters';
  const added = await addStaff(db, theOperator, { ...rahim, password }, morning);
  if (!added.ok) throw new Error(added.code);
  const member = { kind: 'staff', id: added.value.id, name: rahim.name, role: rahim.role } as const;
  const begun = await beginAppSetup(db, member, key, morning);
  if (!begun.ok) throw new Error(begun.code);
  await confirmApp(db, member, { code: codeAt(begun.value.secret, morning), key }, morning);

  await requestPasswordLink(db, { email: rahim.email, ...link }, later(1));
  const [mail] = await mailed(db, later(1));
  const set = await setPasswordByLink(
    db,
    { token: mail?.token ?? '', password: chosen, agent: '' },
    later(2),
  );
  if (!set.ok || !('step' in set.value)) throw new Error('no second step');
  expect(await verifyStaff(db, set.value.step, later(2))).toBeNull();
  const code = codeAt(begun.value.secret, later(3));
  const finished = await finishSignIn(db, { step: set.value.step, code, agent: '', key }, later(3));
  expect(finished).toMatchObject({ ok: true });
});

test('a password that somebody else made is to be changed, one that was chosen is not', async () => {
  const db = newsroom();
  const added = await addStaff(db, theOperator, rahim, morning);
  if (!added.ok) throw new Error(added.code);
  const isDue = () => db.select().from(staff).where(eq(staff.id, added.value.id)).get()?.passwordChangeDue;
  const session = await enter(db, added.value.password, morning);
  if (!session.ok) throw new Error('not signed in');
  const { token, member } = session.value;
  expect(await verifySession(db, token, morning)).toMatchObject({ isPasswordChangeDue: true });

  const change = { current: added.value.password, wanted: chosen, token, network: 'unknown' };
  expect(await changePassword(db, member, change, later(1))).toMatchObject({ ok: true });
  expect(isDue()).toBe(false);
  await resetPassword(db, theOperator, { member: rahim.email });
  expect(isDue()).toBe(true);
  await resetPassword(db, theOperator, { member: rahim.email, password });
  expect(isDue()).toBe(false);
});
