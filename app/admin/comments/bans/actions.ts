'use server';

import { getDb } from '@/db/client';
import { answerAppeal, MAX_APPEAL_ANSWER } from '@/lib/comments/bans/answer-appeal';
import { liftBan } from '@/lib/comments/bans/lift-ban';
import type { FormState } from '@/lib/forms/form-state';
import { idIn, textOf, typedIn } from '@/lib/forms/read-form';
import { staffOrRefusal } from '@/lib/people/require-staff';
import type { LabelKey } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

const answerFaults: Partial<Record<string, LabelKey>> = {
  empty: 'moderation.appealEmpty',
  'too-long': 'moderation.appealLong',
  'no-appeal': 'moderation.appealNone',
};

/** Lifts a ban, or answers its appeal. */
export async function settleBan(_: FormState, form: FormData): Promise<FormState> {
  const who = await staffOrRefusal('moderate', form);
  if (!who.ok) return who.refusal;
  const { say } = await readSite();
  const banId = idIn(textOf(form, 'banId')) ?? 0;
  const saying = (kind: 'done' | 'refused', text: string, more = {}): FormState => ({
    values: kind === 'done' ? {} : typedIn(form),
    errors: {},
    notice: { kind, text },
    ...more,
  });

  if (textOf(form, 'do') !== 'answer') {
    const outcome = await liftBan(getDb(), who.actor, { banId });
    return outcome.ok
      ? saying('done', say('moderation.banLifted'))
      : saying('refused', say('moderation.banGone'));
  }
  const outcome = await answerAppeal(getDb(), who.actor, { banId, answer: textOf(form, 'answer') });
  if (outcome.ok) return saying('done', say('moderation.appealAnswered'));
  const text = say(answerFaults[outcome.code] ?? 'moderation.banGone', { max: MAX_APPEAL_ANSWER });
  return saying('refused', text, outcome.field ? { errors: { [outcome.field]: text } } : {});
}
