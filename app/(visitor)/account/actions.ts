'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { deviceFromNow } from '@/app/device';
import { getDb } from '@/db/client';
import { askAccountLink } from '@/lib/comments/account/ask-account-link';
import { changeSubscription } from '@/lib/comments/account/change-subscription';
import { closeAccount } from '@/lib/comments/account/close-account';
import { confirmDevice } from '@/lib/comments/account/confirm-device';
import { eraseCommenter } from '@/lib/comments/account/erase-commenter';
import { openAccount } from '@/lib/comments/account/open-account';
import { confirmAddress } from '@/lib/comments/consents/confirm-address';
import { keyedHash } from '@/lib/comments/posting/keyed-hash';
import { readAddress } from '@/lib/comments/posting/read-address';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { env } from '@/lib/env';
import { finishErasures } from '@/lib/erasure/finish-erasures';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { outboxFolder } from '@/lib/mail/delivery/outbox';
import { endSubscriptions } from '@/lib/mail/queue/end-subscriptions';
import { readUnsubscribeToken } from '@/lib/mail/tokens/unsubscribe-token';
import { readSite } from '@/lib/site/reading';
import { accountHere, closeHere, forgetWriterHere, openHere, setAccountMessage } from './session';

const noticeState = (kind: 'done' | 'refused', text: string): FormState => ({
  values: {},
  errors: {},
  notice: { kind, text },
});
const key = () => env().AUTH_SECRET ?? '';

/** The same answer for every address. */
export async function askLink(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const entered = textOf(form, 'email');
  const { email, fault } = readAddress(entered, say);
  if (email === null) {
    return { values: { email: entered }, errors: { email: fault }, notice: { kind: 'refused', text: fault } };
  }
  const { network } = signalsFrom((await headers()).get('x-forwarded-for'), key());
  const outcome = await askAccountLink(getDb(), { email, network });
  if (outcome.ok) return { ...noticeState('done', say('account.asked')), values: { email: entered } };
  return { ...noticeState('refused', say('account.tooMany')), values: { email: entered } };
}

export async function openPage(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const outcome = await openAccount(getDb(), { token: textOf(form, 'token') });
  if (!outcome.ok) return noticeState('refused', say('account.badLink'));
  await openHere(outcome.value);
  redirect('/account');
}

export async function confirmHere(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const link = { token: textOf(form, 'token'), device: await deviceHashFromNow() };
  const outcome = await confirmAddress(getDb(), link);
  return outcome.ok
    ? noticeState('done', say('account.confirm.done'))
    : noticeState('refused', say('account.badLink'));
}

/** From now on this browser writes as the link's commenter. */
export async function confirmThisDevice(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const link = { token: textOf(form, 'token'), device: await deviceHashFromNow() };
  const outcome = await confirmDevice(getDb(), link);
  return outcome.ok
    ? noticeState('done', say('account.device.done'))
    : noticeState('refused', say('account.badLink'));
}

async function deviceHashFromNow(): Promise<string> {
  const { token } = await deviceFromNow();
  return keyedHash('device', token, key());
}

export async function stopLetters(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const what = readUnsubscribeToken(textOf(form, 'token'), key());
  if (!what) return noticeState('refused', say('account.badLink'));
  await endSubscriptions(getDb(), what, 'unsubscribed');
  return noticeState('done', say('account.unsubscribe.done'));
}

export async function turnLetter(_: FormState, form: FormData): Promise<FormState> {
  const session = await accountHere();
  const start = idIn(textOf(form, 'start'));
  const subscriptionId = start ?? idIn(textOf(form, 'end')) ?? 0;
  const wanted = { subscriptionId, isOn: start !== null };
  const outcome = session && (await changeSubscription(getDb(), session, wanted));
  await setAccountMessage(outcome?.ok ? 'saved' : 'over');
  redirect('/account');
}

/** Rows and log are clean before the answer, unless another connection holds the log open. */
export async function eraseMe(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  if (textOf(form, 'sure') !== '1') {
    const text = say('account.erase.notSure');
    return { values: {}, errors: { sure: text }, notice: { kind: 'refused', text } };
  }
  const session = await accountHere();
  const outcome = session && (await eraseCommenter(getDb(), session));
  if (outcome?.ok) {
    // What cannot be finished now is recorded, and the scheduler tries again.
    await finishErasures(getDb(), outboxFolder(env().DATABASE_URL)).catch(() => undefined);
    await forgetWriterHere();
    await closeHere();
  }
  await setAccountMessage(outcome?.ok ? 'erased' : 'over');
  redirect('/account');
}

/** Ends the page on every device: whoever has kept the cookie has nothing of it. */
export async function leave(_: FormState, _form: FormData): Promise<FormState> {
  const session = await accountHere();
  if (session) await closeAccount(getDb(), session);
  await closeHere();
  redirect('/account');
}
