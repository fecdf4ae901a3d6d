'use server';

import type { StaffAnswer } from '@/components/admin/people/staff-desk-props';
import { getDb } from '@/db/client';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { type AddStaffRefusal, addStaff, maxNameLength } from '@/lib/people/accounts/add-staff';
import { type ChangeRoleRefusal, changeRole } from '@/lib/people/accounts/change-role';
import { type DisableStaffRefusal, disableStaff } from '@/lib/people/accounts/disable-staff';
import { type EnableStaffRefusal, enableStaff } from '@/lib/people/accounts/enable-staff';
import { maxPasswordLength, minPasswordLength } from '@/lib/people/accounts/password';
import { type ResetRefusal, resetPassword } from '@/lib/people/accounts/reset-password';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import { roleIn } from '@/lib/people/role';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** A new member. The password is in the answer, this once. */
export async function addMember(_: StaffAnswer, form: FormData): Promise<StaffAnswer> {
  return asStaff('manage-staff', form, async (actor) => {
    const { say } = await readSite();
    const name = textOf(form, 'name');
    const role = roleIn(textOf(form, 'role'));
    if (!role) return { values: fieldsIn(form), errors: { role: say('staff.chooseRole') } };

    const outcome = await addStaff(getDb(), actor, { name, email: textOf(form, 'email'), role });
    if (!outcome.ok) return keptAs(outcome, form, say);

    return {
      values: {},
      errors: {},
      notice: { kind: 'done', text: say('staff.added', { name: name.trim() }) },
      once: { sentence: say('staff.oncePassword'), password: outcome.value.password },
    };
  });
}

/** What a member's drawer asks: another role, a new password, to leave, to come back. */
export async function manageMember(_: StaffAnswer, form: FormData): Promise<StaffAnswer> {
  return asStaff('manage-staff', form, async (actor) => {
    const { say } = await readSite();
    const memberId = idIn(textOf(form, 'memberId'));
    const answer = memberId === null ? null : await carryOut(actor, memberId, form, say);
    return answer ?? saying('refused', say('staff.unknown'));
  });
}

async function carryOut(actor: StaffMember, memberId: number, form: FormData, say: Say) {
  const db = getDb();
  switch (textOf(form, 'do')) {
    case 'role': {
      const role = roleIn(textOf(form, 'role'));
      if (!role) return saying('refused', say('staff.chooseRole'));
      const outcome = await changeRole(db, actor, { memberId, role });
      return outcome.ok
        ? saying('done', say('staff.roleChanged', { name: outcome.value.name, role: say(`role.${role}`) }))
        : refusing(outcome.code, say);
    }
    case 'reset': {
      const outcome = await resetPassword(db, actor, { member: memberId });
      if (!outcome.ok) return refusing(outcome.code, say);
      const { name, password } = outcome.value;
      return {
        ...saying('done', say('staff.wasReset', { name })),
        once: { sentence: say('staff.oncePassword'), password },
      };
    }
    case 'disable': {
      const outcome = await disableStaff(db, actor, { memberId });
      return outcome.ok
        ? saying('done', say('staff.disabled', { name: outcome.value.name }))
        : refusing(outcome.code, say);
    }
    case 'enable': {
      const outcome = await enableStaff(db, actor, { memberId });
      return outcome.ok
        ? saying('done', say('staff.enabled', { name: outcome.value.name }))
        : refusing(outcome.code, say);
    }
    default:
      return null;
  }
}

function saying(kind: 'done' | 'refused', text: string): StaffAnswer {
  return { values: {}, errors: {}, notice: { kind, text } };
}

type MemberRefusal = ChangeRoleRefusal | ResetRefusal | DisableStaffRefusal | EnableStaffRefusal;

const memberSentences = {
  forbidden: 'admin.noPermission',
  unknown: 'staff.unknown',
  'last-chief': 'staff.lastChief',
  'password-too-short': 'form.passwordTooShort',
  'password-too-long': 'form.passwordTooLong',
  'password-guessable': 'form.passwordGuessable',
} as const satisfies Record<MemberRefusal, LabelKey>;

function refusing(code: MemberRefusal, say: Say): StaffAnswer {
  const limits = { min: minPasswordLength, max: maxPasswordLength };
  return saying('refused', say(memberSentences[code], limits));
}

function keptAs(refusal: { code: AddStaffRefusal; field?: string }, form: FormData, say: Say): StaffAnswer {
  const sentence = {
    forbidden: say('admin.noPermission'),
    'email-invalid': say(textOf(form, 'email').trim() === '' ? 'form.emailRequired' : 'form.emailInvalid'),
    'email-taken': say('staff.emailTaken'),
    'name-empty': say('form.nameRequired'),
    'name-too-long': say('form.nameTooLong', { max: maxNameLength }),
    'password-too-short': say('form.passwordTooShort', { min: minPasswordLength }),
    'password-too-long': say('form.passwordTooLong', { max: maxPasswordLength }),
    'password-guessable': say('form.passwordGuessable'),
  }[refusal.code];
  const values = fieldsIn(form);
  if (refusal.field) return { values, errors: { [refusal.field]: sentence } };
  return { values, errors: {}, notice: { kind: 'refused', text: sentence } };
}
