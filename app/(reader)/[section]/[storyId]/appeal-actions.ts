import { headers } from 'next/headers';
import { deviceHere } from '@/app/device';
import { getDb } from '@/db/client';
import { appealBan, MAX_APPEAL } from '@/lib/comments/bans/appeal-ban';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { textOf } from '@/lib/forms/read-form';
import type { Say } from '@/lib/site/labels';
import { commentNotice, enteredValues, type RefusedCommentState } from './comment-refusals';
import { formSecret } from './comment-signals';

/** The comment form of a banned reader, sent as an appeal to the newsroom. */
export async function sendAppeal(form: FormData, say: Say): Promise<RefusedCommentState> {
  const device = await deviceHere();
  const email = textOf(form, 'email').trim().toLowerCase();
  const signals = signalsFrom((await headers()).get('x-forwarded-for'), formSecret(), { device, email });
  const outcome = await appealBan(getDb(), { words: textOf(form, 'appeal'), signals });
  const values = enteredValues(form);
  if (outcome.ok) return { ...commentNotice('done', say('talk.appealDone')), values };

  const { code } = outcome;
  const text = say(appealLabels[code], { max: MAX_APPEAL });
  const isFault = code === 'empty' || code === 'too-long';
  return {
    values,
    errors: isFault ? { appeal: text } : {},
    notice: { kind: 'refused', text },
    refusedWith: 422,
    ...(isFault && { mayAppeal: true }),
  };
}

const appealLabels = {
  empty: 'talk.appealEmpty',
  'too-long': 'talk.tooLong',
  'not-banned': 'talk.notBanned',
  appealed: 'talk.appealed',
} as const;
