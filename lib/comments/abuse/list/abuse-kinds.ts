/** What is wrong with a word or phrase. Shown to moderators (`abuse.kind.…`). */
export const abuseKinds = ['slur', 'threat', 'sexual', 'death-wish', 'insult'] as const;
export type AbuseKind = (typeof abuseKinds)[number];

/**
 * 1: a sharp word that also stands in ordinary speech and counts only with others; 2: an insult wherever it is aimed at
 * somebody; 3: never printed.
 */
export type AbuseStrength = 1 | 2 | 3;

/** Words and phrases of one kind and strength, separated by commas. */
export type AbuseWords = readonly (readonly [AbuseKind, AbuseStrength, string])[];
