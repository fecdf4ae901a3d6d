const DAY = 86_400_000;

/** All numbers of trust in one place; docs/guide/discussion.md tells moderators of them. */
export const trustLimits = {
  /** A comment that nobody has decided on counts as approved when it has stood so long: time enough to be reported. */
  standsMs: DAY,
  /** Approved comments from which a writer is known. */
  knownFrom: 1,
  /** Approved comments from which a writer may be trusted … */
  trustedFrom: 5,
  /** … written on so many days of Dhaka, … */
  trustedDays: 3,
  /** … the first of them so long ago. */
  trustedAfterMs: 7 * DAY,
  /** A removal ends `trusted` for so long, … */
  removalCountsMs: 30 * DAY,
  /** … and a removal for abuse or spam ends `known` as well, for so long. */
  abuseCountsMs: 90 * DAY,
  /** Open reports on comments that stand, from which a writer is not trusted until they are settled. */
  reportsPauseFrom: 2,
} as const;

/** Of a writer's comments so many of the latest are looked at: it bounds the cost of a comment, and old merits fade. */
export const COMMENTS_CONSIDERED = 200;
