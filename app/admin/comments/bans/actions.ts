'use server';

import { getDb } from '@/db/client';
import { type AppealRefusal, answerAppeal, MAX_ANSWER } from '@/lib/comments/bans/answer-appeal';
import { liftBan } from '@/lib/comments/bans/lift-ban';
import type { FormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

const refusals: Record<AppealRefusal, LabelKey> = {
  forbidden: 'moderation.banGone',
  'unknown-ban': 'moderation.banGone',
  'no-appeal': 'moderation.banGone',
  empty: 'moderation.appealEmpty',
  'too-long': 'moderation.appealLong',
};

/** Lets a barred reader write again, or answers what they have written against it. */
export async function settleBan(_: FormState, form: FormData): Promise<FormState> {
  return asStaff('moderate', form, async (actor) => {
    const { say } = await readSite();
    const banId = idIn(textOf(form, 'banId')) ?? 0;
    const noticeState = (kind: 'done' | 'refused', text: string): FormState => ({
      values: {},
      errors: {},
      notice: { kind, text },
    });
    const button = textOf(form, 'do');
    if (button !== 'accept' && button !== 'refuse') {
      const outcome = await liftBan(getDb(), actor, { banId });
      return outcome.ok
        ? noticeState('done', say('moderation.banLifted'))
        : noticeState('refused', say('moderation.banGone'));
    }
    const to = button === 'accept' ? 'lift' : 'refuse';
    const outcome = await answerAppeal(getDb(), actor, { banId, to, words: textOf(form, 'answer') });
    if (outcome.ok)
      return noticeState(
        'done',
        say(to === 'lift' ? 'moderation.appealAccepted' : 'moderation.appealRefused'),
      );

    const values = fieldsIn(form);
    if (outcome.code === 'answered') {
      const { by: name, isLifted } = outcome;
      const text = say(isLifted ? 'moderation.appealLateLifted' : 'moderation.appealLateRefused', { name });
      return { ...noticeState('refused', text), values };
    }
    const text = say(refusals[outcome.code], { max: MAX_ANSWER });
    return {
      ...noticeState('refused', text),
      values,
      errors: outcome.field ? { [outcome.field]: text } : {},
    };
  });
}
