import { relativeTime } from '@barta/bengali/dates';
import type { deskDecisions } from '@/lib/comments/desk/queue';
import type { LabelKey, Say } from '@/lib/site/labels';

/** Who was first with a comment, and what they did, for the moderator who came second. */
export function alreadyDecidedSentence(
  { author, state, action }: Awaited<ReturnType<typeof deskDecisions>>[number],
  say: Say,
  now: Date,
): string {
  if (state === 'withdrawn') return say('moderation.alreadyWithdrawn', { author });
  const known: Record<string, LabelKey> = {
    visible: 'moderation.alreadyVisible',
    hidden: 'moderation.alreadyHidden',
    spam: 'moderation.alreadySpam',
  };
  const label = action && action.to === state ? known[action.to] : undefined;
  if (!action || !label) return say('moderation.changed', { author });
  const name = action.by ?? say('moderation.byNewsroom');
  return say(label, { author, name, when: relativeTime(action.at, now) });
}
