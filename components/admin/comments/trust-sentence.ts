import type { Trust, TrustReason } from '@/lib/comments/trust/trust-level';
import type { Say } from '@/lib/site/labels';

/** A writer's level and why, as in “চেনা পাঠক: ৭ দিনে ৫টি অনুমোদিত, এই ডিভাইসে ঠিকানা নিশ্চিত”. */
export function trustSentence({ level, reasons }: Trust, say: Say): string {
  return `${say(`trust.${level}`)}: ${reasons.map((reason) => reasonIn(reason, say)).join(', ')}`;
}

function reasonIn(reason: TrustReason, say: Say): string {
  switch (reason.code) {
    case 'approved':
      return say('trust.why.approved', { count: reason.count, days: reason.days });
    case 'removed':
      return say('trust.why.removed', { count: reason.count });
    case 'reported':
      return say('trust.why.reported', { count: reason.count });
    default:
      return say(`trust.why.${reason.code}`);
  }
}
