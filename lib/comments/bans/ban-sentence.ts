import { longDate } from '@barta/bengali/dates';
import type { Say } from '@/lib/site/labels';
import { type HideReason, hideReasons } from '../desk/hide-reasons';

const labels = {
  abuse: 'moderation.reasonAbuse',
  'off-topic': 'moderation.reasonOffTopic',
  privacy: 'moderation.reasonPrivacy',
  false: 'moderation.reasonFalse',
  ad: 'moderation.reasonAd',
} as const satisfies Record<HideReason, string>;

interface MetBan {
  reason: string;
  until: Date | null;
  appealedAt: Date | null;
  answer: string;
  answeredAt: Date | null;
}

/** Why, and till when; the reason is one of the house's, or a moderator's own words. Then what became of an appeal. */
export function banSentence(ban: MetBan, say: Say): string {
  const { reason, until, appealedAt, answer, answeredAt } = ban;
  const known = hideReasons.find((one) => one === reason);
  const why = known ? say(labels[known]) : reason.replace(/[।.\s]+$/, '');
  const sentence = until
    ? say('talk.banned', { until: longDate(until), reason: why })
    : say('talk.bannedForGood', { reason: why });
  if (!appealedAt) return sentence;
  return `${sentence} ${answeredAt ? say('talk.appealRefused', { answer }) : say('talk.appealWaits')}`;
}
