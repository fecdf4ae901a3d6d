'use server';

import type { StaffAnswer } from '@/components/admin/people/staff-desk-props';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { sendsMail } from '@/lib/mail/sends-mail';
import { maxNameLength } from '@/lib/people/accounts/add-staff';
import { type ChangeRoleRefusal, changeRole } from '@/lib/people/accounts/change-role';
import { type DisableStaffRefusal, disableStaff } from '@/lib/people/accounts/disable-staff';
import { type EnableStaffRefusal, enableStaff } from '@/lib/people/accounts/enable-staff';
import {
  type InviteRefusal,
  inviteStaff,
  type SentStaffLink,
  sendPasswordLink,
} from '@/lib/people/accounts/invite-staff';
import type { StaffMember } from '@/lib/people/actor';
import { STAFF_LINK_MINUTES, staffLinkAddress } from '@/lib/people/links/staff-link';
import { asStaff } from '@/lib/people/require-staff';
import { roleIn } from '@/lib/people/role';
import { removeSecondFactor } from '@/lib/people/second-factor/remove-second-factor';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** A new member, by a link that is mailed, or handed over where no mail server is set up. */
export async function addMember(_: StaffAnswer, form: FormData): Promise<StaffAnswer> {
  return asStaff(
    'manage-staff',
    form,
    async (actor) => {
      const { say } = await readSite();
      const name = textOf(form, 'name');
      const role = roleIn(textOf(form, 'role'));
      if (!role) return { values: fieldsIn(form), errors: { role: say('staff.chooseRole') } };

      const wanted = { name, email: textOf(form, 'email'), role };
      const outcome = await inviteStaff(getDb(), actor, wanted, { mails: sendsMail() });
      if (!outcome.ok) return keptAs(outcome, form, say);
      return linkSent(outcome.value, say('staff.added', { name: outcome.value.name }), say);
    },
    { needsFreshSignIn: true },
  );
}

/** Without a mail server the link is shown, for whoever made it to hand over. */
function linkSent({ name, token }: SentStaffLink, text: string, say: Say): StaffAnswer {
  const minutes = STAFF_LINK_MINUTES;
  if (token === null) return saying('done', `${text} ${say('staff.linkMailed', { name, minutes })}`);
  return {
    ...saying('done', text),
    once: { sentence: say('staff.onceLink', { minutes }), text: staffLinkAddress(env().SITE_URL, token) },
  };
}

/** What a member's drawer asks: another role, a new password, to leave, to come back. */
export async function manageMember(_: StaffAnswer, form: FormData): Promise<StaffAnswer> {
  return asStaff(
    'manage-staff',
    form,
    async (actor) => {
      const { say } = await readSite();
      const memberId = idIn(textOf(form, 'memberId'));
      const answer = memberId === null ? null : await carryOut(actor, memberId, form, say);
      return answer ?? saying('refused', say('staff.unknown'));
    },
    { needsFreshSignIn: true },
  );
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
      const outcome = await sendPasswordLink(db, actor, { memberId, mails: sendsMail() });
      if (!outcome.ok) return refusing(outcome.code, say);
      return linkSent(outcome.value, say('staff.wasReset', { name: outcome.value.name }), say);
    }
    case 'second-factor': {
      const outcome = await removeSecondFactor(db, actor, { member: memberId });
      return outcome.ok
        ? saying('done', say('staff.secondFactorRemoved', { name: outcome.value.name }))
        : refusing(outcome.code, say);
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

type MemberRefusal = ChangeRoleRefusal | DisableStaffRefusal | EnableStaffRefusal | 'none';

const memberSentences = {
  forbidden: 'admin.noPermission',
  unknown: 'staff.unknown',
  'last-chief': 'staff.lastChief',
  none: 'staff.noSecondFactor',
} as const satisfies Record<MemberRefusal, LabelKey>;

function refusing(code: MemberRefusal, say: Say): StaffAnswer {
  return saying('refused', say(memberSentences[code]));
}

function keptAs(refusal: { code: InviteRefusal; field?: string }, form: FormData, say: Say): StaffAnswer {
  const sentence = {
    forbidden: say('admin.noPermission'),
    'email-invalid': say(textOf(form, 'email').trim() === '' ? 'form.emailRequired' : 'form.emailInvalid'),
    'email-taken': say('staff.emailTaken'),
    'name-empty': say('form.nameRequired'),
    'name-too-long': say('form.nameTooLong', { max: maxNameLength }),
  }[refusal.code];
  const values = fieldsIn(form);
  if (refusal.field) return { values, errors: { [refusal.field]: sentence } };
  return { values, errors: {}, notice: { kind: 'refused', text: sentence } };
}
