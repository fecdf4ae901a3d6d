import { headers } from 'next/headers';
import { deviceFromNow } from '@/app/device';
import type { CommentDraft } from '@/lib/comments/posting/comment-draft';
import { hashOf } from '@/lib/comments/posting/duplicate-comment';
import { type CommentSignals, signalsFrom } from '@/lib/comments/posting/signals';
import { readFormToken } from '@/lib/comments/spam/form-token';
import { isProofValid } from '@/lib/comments/spam/proof-of-work';
import { env } from '@/lib/env';
import { textOf } from '@/lib/forms/read-form';

/** With which form tokens and proofs of work are signed. */
export const formSecret = () => env().AUTH_SECRET ?? '';

/** Who sends a form, by network, device and address. */
export async function senderSignals(email: string): Promise<CommentSignals> {
  const { token: device, madeAt } = await deviceFromNow();
  const forwardedFor = (await headers()).get('x-forwarded-for');
  return { ...signalsFrom(forwardedFor, formSecret(), { device, email }), deviceMadeAt: madeAt };
}

/** What the form itself says: whether it is ours, and whether proof of work was done for it or could be. */
export function formSignals(
  form: FormData,
  draft: CommentDraft,
  now: Date,
): Pick<CommentSignals, 'form' | 'proofOfWork'> {
  const isDone = isProofValid(textOf(form, 'work'), proofSubject(draft), now, formSecret());
  const isOffered = textOf(form, 'canWork') === '1';
  return {
    form: readFormToken(textOf(form, 'token'), draft.storyId, now, formSecret()),
    ...(isDone ? { proofOfWork: 'done' } : isOffered && { proofOfWork: 'offered' }),
  };
}

/** What a proof of work is done for: this comment, by this address, under this story. */
export function proofSubject({ storyId, email, body }: CommentDraft): string {
  return `${storyId}:${hashOf(`${email}:${body}`)}`;
}
