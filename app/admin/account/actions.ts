'use server';

import { headers } from 'next/headers';
import type { RecoveryCodesState } from '@/components/admin/people/recovery-codes-state';
import { getDb } from '@/db/client';
import { type FormState, untouched } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import { type ChangePasswordRefusal, changePassword } from '@/lib/people/accounts/change-password';
import { maxPasswordLength, minPasswordLength } from '@/lib/people/accounts/password';
import type { StaffMember } from '@/lib/people/actor';
import { authSecret } from '@/lib/people/auth-options';
import { asStaff, currentSessionToken } from '@/lib/people/require-staff';
import { removeSecondFactor } from '@/lib/people/second-factor/remove-second-factor';
import { renewRecoveryCodes } from '@/lib/people/second-factor/renew-recovery-codes';
import { beginAppSetup, confirmApp } from '@/lib/people/second-factor/set-up-app';
import { confirmIdentity } from '@/lib/people/sessions/confirm-identity';
import { endOwnSession } from '@/lib/people/sessions/end-own-session';
import { networkIn } from '@/lib/people/sessions/network';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

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

/** The second factor of one's own: the app's secret is shown, its first code turns it on; new recovery codes; off again. */
export async function manageOwnSecondFactor(
  _: RecoveryCodesState,
  form: FormData,
): Promise<RecoveryCodesState> {
  const action = textOf(form, 'do');
  const options = { isAccountSetup: action === 'begin' || action === 'confirm', needsFreshSignIn: true };
  const answer = await asStaff<RecoveryCodesState>(
    'enter-desk',
    form,
    async (actor) => secondFactorActions[action]?.(actor, form) ?? untouched,
    options,
  );
  return { ...answer, values: {} };
}

const secondFactorActions: Readonly<
  Record<string, (actor: StaffMember, form: FormData) => Promise<RecoveryCodesState>>
> = {
  begin: async (actor) => {
    await beginAppSetup(getDb(), actor, authSecret());
    return { values: {}, errors: {} };
  },
  confirm: confirmOwnApp,
  'new-codes': async (actor) => {
    const { say } = await readSite();
    const outcome = await renewRecoveryCodes(getDb(), actor);
    if (!outcome.ok) return refusedWith(say('account.app.gone'));
    return { ...doneWith(say('account.app.newCodesDone')), recoveryCodes: outcome.value.recoveryCodes };
  },
  remove: async (actor) => {
    const { say } = await readSite();
    const outcome = await removeSecondFactor(getDb(), actor, { member: actor.id });
    return outcome.ok ? doneWith(say('account.app.removed')) : refusedWith(say('account.app.gone'));
  },
};

async function confirmOwnApp(actor: StaffMember, form: FormData): Promise<RecoveryCodesState> {
  const { say } = await readSite();
  const outcome = await confirmApp(getDb(), actor, { code: textOf(form, 'code'), key: authSecret() });
  if (!outcome.ok && outcome.field) return wrongAt('code', say('signIn.code.wrong'));
  if (!outcome.ok) return refusedWith(say('account.app.gone'));
  return { ...doneWith(say('account.app.done')), recoveryCodes: outcome.value.recoveryCodes };
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

function doneWith(text: string): FormState {
  return { values: {}, errors: {}, notice: { kind: 'done', text } };
}

function refusedWith(text: string): FormState {
  return { values: {}, errors: {}, notice: { kind: 'refused', text } };
}

function wrongAt(field: string, sentence: string): FormState {
  return { values: {}, errors: { [field]: sentence } };
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
    case 'password-too-short':
      return say('form.passwordTooShort', { min: minPasswordLength });
    case 'password-too-long':
      return say('form.passwordTooLong', { max: maxPasswordLength });
    case 'password-guessable':
      return say('form.passwordGuessable');
  }
}
