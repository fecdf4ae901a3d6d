/** Why a comment is taken down. Each has a label; the first five are on the keys 1 to 5. */
export const hideReasons = ['abuse', 'off-topic', 'privacy', 'false', 'ad'] as const;
export type HideReason = (typeof hideReasons)[number];
