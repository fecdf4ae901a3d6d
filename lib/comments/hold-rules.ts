import type { SiteSettings } from '@/lib/site/settings';
import type { CommentDraft } from './comment-draft';
import { everyoneHeld } from './hold-rules/everyone-held';
import { firstComment } from './hold-rules/first-comment';
import { hiddenBefore } from './hold-rules/hidden-before';
import { inAHurry } from './hold-rules/in-a-hurry';
import { manyLinks } from './hold-rules/many-links';
import { newsroomName } from './hold-rules/newsroom-name';
import { staffAddress } from './hold-rules/staff-address';
import { trapFilled } from './hold-rules/trap-filled';

/** What a rule may look at. */
export interface HoldFacts {
  draft: CommentDraft;
  commenter: {
    /** Comments of theirs that stand visible, and that we have taken down. */
    approved: number;
    hidden: number;
    isStaff: boolean;
    /** Their latest comments anywhere, newest first; a handful. */
    lately: readonly Date[];
  };
  settings: SiteSettings;
  now: Date;
}

export const holdReasons = [
  'everyone',
  'first-comment',
  'hidden-before',
  'staff-address',
  'newsroom-name',
  'many-links',
  'in-a-hurry',
  'trap',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** One small pure question: does this comment wait for a moderator, and why? */
export type HoldRule = (facts: HoldFacts) => HoldReason | null;

const rules: readonly HoldRule[] = [
  // Who writes: the newsroom's own choice first, then the writer's record.
  everyoneHeld,
  firstComment,
  hiddenBefore,
  // Who they say they are: nobody speaks for us by typing our name or address.
  staffAddress,
  newsroomName,
  // What is written, and how.
  manyLinks,
  inAHurry,
  trapFilled,
];

/** Every reason to hold it, for the moderator to see; none means it appears at once. */
export function reasonsToHold(facts: HoldFacts): HoldReason[] {
  return rules.map((rule) => rule(facts)).filter((reason) => reason !== null);
}
