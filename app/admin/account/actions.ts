'use server';

import { headers } from 'next/headers';
import { getDb } from '@/db/client';
import type { FormState } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import { type ChangePasswordRefusal, changePassword } from '@/lib/people/accounts/change-password';
import { passwordSentence } from '@/lib/people/accounts/password-sentence';
import type { StaffMember } from '@/lib/people/actor';
import { authSecret } from '@/lib/people/auth-options';
import { asStaff, currentSessionToken } from '@/lib/people/require-staff';
import { confirmIdentity } from '@/lib/people/sessions/confirm-identity';
import { endOwnSession } from '@/lib/people/sessions/end-own-session';
import { networkIn } from '@/lib/people/sessions/network';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { doneWith, refusedWith, wrongAt } from './account-answers';

/** These forms are open to who has to change a password or set up a second factor before all else. */
const accountSetup = { isAccountSetup: true };

/** A member's own password. No field of this form is ever shown again. */
export async function changeOwnPassword(_: FormState, form: FormData): Promise<FormState> {
  const answer = await asStaff('enter-desk', form, (actor) => change(actor, form), accountSetup);
  return { ...answer, values: {} };
}

async function change(actor: StaffMember, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const current = textOf(form, 'currentPassword');
  const wanted = textOf(form, 'newPassword');
  if (current === '') return wrongAt('currentPassword', say('form.passwordRequired'));
  if (wanted !== textOf(form, 'newPasswordAgain')) {
    return wrongAt('newPasswordAgain', say('form.passwordMismatch'));
  }

  const outcome = await changePassword(getDb(), actor, {
    current,
    wanted,
    token: (await currentSessionToken()) ?? '',
    network: networkIn((await headers()).get('x-forwarded-for')),
  });
  if (!outcome.ok) {
    const sentence = sentenceFor(outcome.code, say);
    if (outcome.field) return wrongAt(outcome.field, sentence);
    return { values: {}, errors: {}, notice: { kind: 'refused', text: sentence } };
  }
  return { values: {}, errors: {}, notice: { kind: 'done', text: say('account.changed') } };
}

/** Signs out another browser of the same member. */
export async function endSessionElsewhere(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('enter-desk', form, async (actor) => {
    const { say } = await readSite();
    const outcome = await endOwnSession(getDb(), actor, { session: textOf(form, 'session') });
    const text = say(outcome.ok ? 'account.sessionEnded' : 'account.sessionGone');
    return { values: {}, errors: {}, notice: { kind: outcome.ok ? 'done' : 'refused', text } };
  });
}

/** A member proves once more who they are: roles, exports, bans and erasing are refused without it. */
export async function confirmOwnIdentity(_: FormState, form: FormData): Promise<FormState> {
  const answer = await asStaff('enter-desk', form, (actor) => confirmIdentityOf(actor, form), accountSetup);
  return { ...answer, values: {} };
}

async function confirmIdentityOf(actor: StaffMember, form: FormData): Promise<FormState> {
  const { say } = await readSite();
  const password = textOf(form, 'password');
  const code = textOf(form, 'code').trim();
  if (password === '' && code === '') return wrongAt('password', say('form.passwordRequired'));
  const outcome = await confirmIdentity(getDb(), actor, {
    token: (await currentSessionToken()) ?? '',
    password,
    code,
    network: networkIn((await headers()).get('x-forwarded-for')),
    key: authSecret(),
  });
  if (outcome.ok) return doneWith(say('account.identity.done'));
  if (outcome.code === 'wrong-code') return wrongAt('code', say('signIn.code.wrong'));
  const text = sentenceFor(outcome.code, say);
  return outcome.field ? wrongAt(outcome.field, text) : refusedWith(text);
}

function sentenceFor(code: ChangePasswordRefusal, say: Say): string {
  switch (code) {
    case 'wrong':
      return say('account.wrong');
    case 'locked':
      return say('form.tooFast');
    case 'busy':
      return say('admin.loginBusy');
    case 'same':
      return say('account.same');
    default:
      return passwordSentence(code, say);
  }
}
