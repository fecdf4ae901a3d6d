import type { Say } from '@/lib/site/labels';

/** One use of the address, in words. */
export function subscriptionName(
  { kind, headline }: { kind: string; headline: string | null },
  say: Say,
): string {
  if (kind === 'letter') return say('letters.use.letter');
  return headline === null ? say('letters.use.replies') : say('letters.use.repliesTo', { headline });
}
