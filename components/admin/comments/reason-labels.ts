import type { HideReason } from '@/lib/comments/desk/hide-reasons';
import type { LabelKey } from '@/lib/site/labels';

/** In the order of the keys 1 to 5. */
export const reasonLabels = {
  abuse: 'moderation.reasonAbuse',
  'off-topic': 'moderation.reasonOffTopic',
  privacy: 'moderation.reasonPrivacy',
  false: 'moderation.reasonFalse',
  ad: 'moderation.reasonAd',
} as const satisfies Record<HideReason, LabelKey>;
