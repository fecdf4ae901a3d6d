'use server';

import { getDb } from '@/db/client';
import { liftBan } from '@/lib/comments/bans/lift-ban';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf } from '@/lib/forms/read-form';
import { staffOrRefusal } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';

/** Lets a barred reader write again. */
export async function settleBan(_: FormState, form: FormData): Promise<FormState> {
  const who = await staffOrRefusal('moderate', form);
  if (!who.ok) return who.refusal;
  const { say } = await readSite();
  const outcome = await liftBan(getDb(), who.actor, { banId: idIn(textOf(form, 'banId')) ?? 0 });
  const notice = outcome.ok
    ? ({ kind: 'done', text: say('moderation.banLifted') } as const)
    : ({ kind: 'refused', text: say('moderation.banGone') } as const);
  return { values: {}, errors: {}, notice };
}
