'use server';

import { headers } from 'next/headers';
import { getDb } from '@/db/client';
import { subscribeToNewsletter } from '@/lib/comments/consents/subscribe-to-newsletter';
import type { CommentFormState } from '@/lib/comments/posting/comment-form-state';
import { readAddress } from '@/lib/comments/posting/read-address';
import { signalsFrom } from '@/lib/comments/posting/signals';
import { env } from '@/lib/env';
import { textOf } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';

/** The same answer for every address. The name is in readers' pages: keep it. */
export async function askForLetter(_: CommentFormState, form: FormData): Promise<CommentFormState> {
  const { say } = await readSite();
  const typed = textOf(form, 'email');
  const { email, fault } = readAddress(typed, say);
  if (email === null) {
    return { values: { email: typed }, errors: { email: fault }, notice: { kind: 'refused', text: fault } };
  }
  const asked: CommentFormState = {
    values: { email: typed },
    errors: {},
    notice: { kind: 'done', text: say('newsletter.asked') },
  };
  // A field that people do not see: whoever fills it hears what all hear, and nothing is sent.
  if (textOf(form, 'subject') !== '') return asked;
  const { network } = signalsFrom((await headers()).get('x-forwarded-for'), env().AUTH_SECRET ?? '');
  const outcome = await subscribeToNewsletter(getDb(), { email, network });
  if (outcome.ok) return asked;
  return {
    values: { email: typed },
    errors: {},
    notice: { kind: 'refused', text: say('newsletter.tooMany') },
    status: 429,
  };
}
