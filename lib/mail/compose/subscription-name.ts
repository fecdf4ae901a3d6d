import type { Say } from '@/lib/site/labels';

/** One use of the address, in words. */
export function subscriptionName(
  { kind, headline }: { kind: string; headline: string | null },
  say: Say,
): string {
  if (kind === 'letter') return say('mail.use.letter');
  return headline === null ? say('mail.use.replies') : say('mail.use.repliesTo', { headline });
}
