/** What a text says about the danger of showing it, whoever wrote it. */
export interface CommentRisk {
  /** Probability, 0 to 1, that a moderator would take it down for its language. */
  abuse: number;
  /** Probability, 0 to 1, that it advertises. */
  spam: number;
  /** What speaks for it, gravest first. The codes have labels (`signal.…`). */
  reasons: { code: string; weight: number }[];
}

/** How far a writer has come. Only what is proven counts: see the trust levels of the commenter. */
export const trustLevels = ['new', 'known', 'trusted', 'staff'] as const;
export type TrustLevel = (typeof trustLevels)[number];

/** The probability that a comment is bad in either way. */
export function totalRisk({ abuse, spam }: Pick<CommentRisk, 'abuse' | 'spam'>): number {
  return 1 - (1 - abuse) * (1 - spam);
}
