'use server';

import type { Route } from 'next';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { emailAddress } from '@/lib/comments/posting/email-address';
import type { FormState } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import { authSecret, sessionCookie } from '@/lib/people/auth-options';
import {
  KNOWN_BROWSER_COOKIE,
  KNOWN_BROWSER_SECONDS,
  knownBrowserFor,
  knownBrowserIn,
} from '@/lib/people/sessions/known-browser';
import { networkIn } from '@/lib/people/sessions/network';
import { deskPathIn } from '@/lib/people/sessions/return-url';
import { type SignedIn, signIn } from '@/lib/people/sessions/sign-in';
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
  if (!outcome.ok) {
    return { values: { email }, errors: {}, notice: { kind: 'refused', text: sentenceFor(outcome, say) } };
  }

  const { name, value, ...options } = await sessionCookie(outcome.value.token);
  jar.set(name, value, options);
  jar.set(KNOWN_BROWSER_COOKIE, browser && known ? known : knownBrowserFor(address, authSecret()), {
    ...options,
    path: '/login',
    maxAge: KNOWN_BROWSER_SECONDS,
  });
  redirect(deskPathIn(textOf(form, 'next')) as Route);
}

function sentenceFor(outcome: Extract<SignedIn, { ok: false }>, say: Say): string {
  if (outcome.code !== 'locked')
    return say(outcome.code === 'busy' ? 'admin.loginBusy' : 'admin.loginFailed');
  const minutes = Math.ceil((outcome.until.getTime() - Date.now()) / 60_000);
  return minutes <= 1 ? say('admin.loginLockedOne') : say('admin.loginLocked', { minutes });
}
