import type { SiteSettings } from '@/lib/site/settings';
import type { CommentDraft } from '../posting/comment-draft';

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
  /** How much the story's section holds. */
  strictness: 'lenient' | 'usual' | 'strict';
  settings: SiteSettings;
  now: Date;
}

export const holdReasons = [
  'everyone',
  'strict-section',
  'first-comment',
  'risky',
  'abuse',
  'hidden-before',
  'staff-address',
  'newsroom-name',
  'many-links',
  'in-a-hurry',
  'trap',
  'rule-words',
  'rule-links',
  'rule-first-timers',
  'rule-quiet-hours',
  'suspicious',
  'unproven',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** One small pure question: does this comment wait for a moderator, and why? */
export type HoldRule = (facts: HoldFacts) => HoldReason | null;
