import { longDate } from '@/lib/bengali/dates';
import type { Say } from '@/lib/site/labels';
import { type HideReason, hideReasons } from './hide-comment';

const labels = {
  abuse: 'moderation.reasonAbuse',
  'off-topic': 'moderation.reasonOffTopic',
  privacy: 'moderation.reasonPrivacy',
  false: 'moderation.reasonFalse',
  ad: 'moderation.reasonAd',
} as const satisfies Record<HideReason, string>;

/** Why, and till when; the reason is one of the house's, or a moderator's own words. */
export function banSentence({ reason, until }: { reason: string; until: Date | null }, say: Say): string {
  const known = hideReasons.find((one) => one === reason);
  const why = known ? say(labels[known]) : reason.replace(/[।.\s]+$/, '');
  return until
    ? say('talk.banned', { until: longDate(until), reason: why })
    : say('talk.bannedForGood', { reason: why });
}
