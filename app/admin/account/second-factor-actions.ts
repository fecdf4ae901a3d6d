'use server';

import type { RecoveryCodesState } from '@/components/admin/people/recovery-codes-state';
import { getDb } from '@/db/client';
import { untouched } from '@/lib/forms/form-state';
import { textOf } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { authSecret } from '@/lib/people/auth-options';
import { asStaff } from '@/lib/people/require-staff';
import { removeSecondFactor } from '@/lib/people/second-factor/remove-second-factor';
import { renewRecoveryCodes } from '@/lib/people/second-factor/renew-recovery-codes';
import { beginAppSetup, confirmApp } from '@/lib/people/second-factor/set-up-app';
import { readSite } from '@/lib/site/reading';
import { doneWith, refusedWith, wrongAt } from './account-answers';

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
