'use server';

import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { keyedHash } from '@/lib/comments/posting/keyed-hash';
import type { FormState } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import type { PasswordFault } from '@/lib/people/accounts/password';
import { passwordSentence } from '@/lib/people/accounts/password-sentence';
import { authSecret, sessionCookie, staffCookieOptions } from '@/lib/people/auth-options';
import { requestPasswordLink } from '@/lib/people/links/request-password-link';
import { setPasswordByLink } from '@/lib/people/links/set-password-by-link';
import { STAFF_LINK_MINUTES } from '@/lib/people/links/staff-link';
import { unlessDiskFull } from '@/lib/people/require-staff';
import { finishSignIn } from '@/lib/people/second-factor/finish-sign-in';
import {
  KNOWN_BROWSER_COOKIE,
  KNOWN_BROWSER_SECONDS,
  knownBrowserFor,
  knownBrowserIn,
} from '@/lib/people/sessions/known-browser';
import { networkIn } from '@/lib/people/sessions/network';
import { deskPathIn } from '@/lib/people/sessions/return-url';
import { type SecondFactorAsked, type SignedIn, signIn } from '@/lib/people/sessions/sign-in';
import { SIGN_IN_STEP_COOKIE, SIGN_IN_STEP_SECONDS } from '@/lib/people/sessions/sign-in-step';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** The sign-in form, with or without JavaScript. What was typed as a password never comes back. */
export async function enterDesk(_: FormState, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const email = textOf(form, 'email');
  const password = textOf(form, 'password');

  const errors: Record<string, string> = {};
  if (email.trim() === '') errors.email = say('form.emailRequired');
  if (password === '') errors.password = say('form.passwordRequired');
  if (Object.keys(errors).length > 0) return { values: { email }, errors };

  const from = await headers();
  const jar = await cookies();
  const address = emailAddress(email) ?? '';
  const known = jar.get(KNOWN_BROWSER_COOKIE)?.value;
  const browser = knownBrowserIn(known, address, authSecret());
  const outcome = await signIn(getDb(), {
    email,
    password,
    network: networkIn(from.get('x-forwarded-for')),
    agent: from.get('user-agent') ?? '',
    browser,
  });
  if (!outcome.ok && outcome.code === 'second-factor') {
    await rememberStep(outcome.step);
    redirect(`/login/code?next=${encodeURIComponent(deskPathIn(textOf(form, 'next')))}` as Route);
  }
  if (!outcome.ok) {
    return { values: { email }, errors: {}, notice: { kind: 'refused', text: sentenceFor(outcome, say) } };
  }

  await rememberSession(outcome.value.token, address, browser ? known : undefined);
  redirect(deskPathIn(textOf(form, 'next')) as Route);
}

/** The second step: the code of an authenticator app, or a recovery code. */
export async function enterCode(_: FormState, form: FormData): Promise<FormState> {
  return unlessDiskFull(form, async () => {
    const { say } = await readSite();
    const code = textOf(form, 'code').slice(0, 100);
    if (code.trim() === '') return { values: {}, errors: { code: say('signIn.code.required') } };

    const jar = await cookies();
    const outcome = await finishSignIn(getDb(), {
      step: jar.get(SIGN_IN_STEP_COOKIE)?.value ?? '',
      code,
      agent: (await headers()).get('user-agent') ?? '',
      key: authSecret(),
    });
    if (!outcome.ok && outcome.code === 'wrong-code') {
      return { values: {}, errors: { code: say('signIn.code.wrong') } };
    }
    if (!outcome.ok) {
      return { values: {}, errors: {}, notice: { kind: 'refused', text: say('signIn.code.expired') } };
    }
    jar.delete({ name: SIGN_IN_STEP_COOKIE, path: '/login' });
    await rememberSession(outcome.value.token, outcome.value.email, jar.get(KNOWN_BROWSER_COOKIE)?.value);
    redirect(deskPathIn(textOf(form, 'next')) as Route);
  });
}

/** A link by which a member chooses a new password. The answer does not tell whether the address has an account. */
export async function askForPasswordLink(_: FormState, form: FormData): Promise<FormState> {
  return unlessDiskFull(form, async () => {
    const { say } = await readSite();
    const email = textOf(form, 'email');
    if (emailAddress(email) === null) {
      const label = email.trim() === '' ? 'form.emailRequired' : 'form.emailInvalid';
      return { values: { email }, errors: { email: say(label) } };
    }
    const from = networkIn((await headers()).get('x-forwarded-for'));
    const network = keyedHash('network', from, authSecret());
    const outcome = await requestPasswordLink(getDb(), { email, network });
    if (!outcome.ok) {
      return { values: { email }, errors: {}, notice: { kind: 'refused', text: say('form.tooFast') } };
    }
    const text = say('signIn.forgot.sent', { minutes: STAFF_LINK_MINUTES });
    return { values: { email }, errors: {}, notice: { kind: 'done', text } };
  });
}

/** The password that a mailed link is for; then the member is signed in, or asked for the second step. */
export async function choosePassword(_: FormState, form: FormData): Promise<FormState> {
  return unlessDiskFull(form, async () => {
    const { say } = await readSite();
    const password = textOf(form, 'newPassword');
    if (password !== textOf(form, 'newPasswordAgain')) {
      return { values: {}, errors: { newPasswordAgain: say('form.passwordMismatch') } };
    }
    const outcome = await setPasswordByLink(getDb(), {
      token: textOf(form, 'token'),
      password,
      agent: (await headers()).get('user-agent') ?? '',
    });
    if (!outcome.ok) {
      const text = choiceSentence(outcome.code, say);
      if (outcome.field) return { values: {}, errors: { [outcome.field]: text } };
      return { values: {}, errors: {}, notice: { kind: 'refused', text } };
    }
    const { email } = outcome.value;
    if ('step' in outcome.value) {
      await rememberStep(outcome.value.step);
      redirect('/login/code');
    }
    const known = (await cookies()).get(KNOWN_BROWSER_COOKIE)?.value;
    await rememberSession(outcome.value.session.token, email, known);
    redirect('/admin');
  });
}

/** The cookies of a browser that is signed in. `known`: the one that it has come with. */
async function rememberSession(token: string, email: string, known: string | undefined): Promise<void> {
  const jar = await cookies();
  const { name, value, ...options } = await sessionCookie(token);
  jar.set(name, value, options);
  const isKnown = known !== undefined && knownBrowserIn(known, email, authSecret()) !== undefined;
  jar.set(KNOWN_BROWSER_COOKIE, isKnown ? known : knownBrowserFor(email, authSecret()), {
    ...options,
    path: '/login',
    maxAge: KNOWN_BROWSER_SECONDS,
  });
}

async function rememberStep(step: string): Promise<void> {
  const options = { ...staffCookieOptions(), path: '/login', maxAge: SIGN_IN_STEP_SECONDS };
  (await cookies()).set(SIGN_IN_STEP_COOKIE, step, options);
}

function choiceSentence(code: 'expired' | 'busy' | PasswordFault, say: Say): string {
  if (code === 'expired') return say('signIn.password.expired');
  return code === 'busy' ? say('admin.loginBusy') : passwordSentence(code, say);
}

function sentenceFor(
  outcome: Exclude<Extract<SignedIn, { ok: false }>, SecondFactorAsked>,
  say: Say,
): string {
  if (outcome.code !== 'locked')
    return say(outcome.code === 'busy' ? 'admin.loginBusy' : 'admin.loginFailed');
  const minutes = Math.ceil((outcome.until.getTime() - Date.now()) / 60_000);
  return minutes <= 1 ? say('admin.loginLockedOne') : say('admin.loginLocked', { minutes });
}
