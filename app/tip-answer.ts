import { headers } from 'next/headers';
import { deviceHere } from '@/app/device';
import { type CommentSignals, signalsFrom } from '@/lib/comments/posting/signals';
import { readFormToken } from '@/lib/comments/spam/form-token';
import { env } from '@/lib/env';
import { fieldsIn, textOf } from '@/lib/forms/read-form';
import type { LabelKey, Say } from '@/lib/site/labels';
import { formNumbers } from '@/lib/tips/reading';
import type { TipRefusal } from '@/lib/tips/send-tip';
import { type TipFault, type TipFaults, type TipField, tipLimits } from '@/lib/tips/tip-draft';
import type { TipFormState } from '@/lib/tips/tip-form-state';

export const tipKey = () => env().AUTH_SECRET ?? '';

/** Who sends a form of one of the two kinds, as far as is known of them. */
export async function tipSender(
  form: FormData,
  kind: keyof typeof formNumbers,
  now: Date,
): Promise<CommentSignals> {
  const known = { device: await deviceHere(), email: textOf(form, 'contact').trim().toLowerCase() };
  const signals = signalsFrom((await headers()).get('x-forwarded-for'), tipKey(), known);
  return { ...signals, form: readFormToken(textOf(form, 'token'), formNumbers[kind], now, tipKey()) };
}

/** What a person has typed, without what the page has added. */
export function tipFormValues(form: FormData): Record<string, string> {
  return fieldsIn(form, ['subject', 'token', 'kept']);
}

export function tipRefused(form: FormData, text: string, status?: number): TipFormState {
  const answer: TipFormState = { values: tipFormValues(form), errors: {}, notice: { kind: 'refused', text } };
  return status === undefined ? answer : { ...answer, status };
}

const refusals: Record<TipRefusal, readonly [LabelKey, number?]> = {
  'form-old': ['talk.formOld'],
  'too-many': ['tips.tooMany', 429],
  banned: ['tips.banned', 403],
};

export function senderRefused(form: FormData, code: TipRefusal, say: Say): TipFormState {
  const [label, status] = refusals[code];
  return tipRefused(form, say(label), status);
}

const faultLabels: Record<TipField, Partial<Record<TipFault, LabelKey>>> = {
  words: { empty: 'tips.wordsEmpty', 'too-long': 'tips.wordsTooLong' },
  name: { empty: 'form.nameRequired', 'too-long': 'form.nameTooLong' },
  contact: { empty: 'tips.contactEmpty', invalid: 'tips.contactInvalid' },
  place: { 'too-long': 'tips.placeTooLong' },
};

/** A sentence for each field that is wrong. */
export function tipErrors(faults: TipFaults, say: Say): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [field, fault] of Object.entries(faults) as [TipField, TipFault][]) {
    const label = faultLabels[field][fault];
    const max = field === 'contact' ? 0 : tipLimits[field];
    if (label) errors[field] = say(label, { max });
  }
  return errors;
}
