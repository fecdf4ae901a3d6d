import { formToken } from '@/lib/comments/spam/form-token';
import { env } from '@/lib/env';
import { tipLimits } from './tip-draft';

/** In place of a story's number, so that a form for one kind is good for no other. */
export const formNumbers = { message: -1, news: -2 } as const;

/** All pictures of one sending together; the edge server lets no more through. */
export const maxNewsMegabytes = 20;

/** What the form for a message or for news needs to be made. */
export function tipForm(kind: keyof typeof formNumbers, now: Date) {
  return {
    kind,
    token: formToken(formNumbers[kind], now, env().AUTH_SECRET ?? ''),
    limits: { words: tipLimits.words, pictures: tipLimits.pictures, megabytes: maxNewsMegabytes },
  };
}
