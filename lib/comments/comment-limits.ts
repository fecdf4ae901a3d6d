/** The most letters, as a reader counts them: one conjunct, one emoji family is one. Forms and commands share these. */
export const MAX_BODY = 5_000;
export const MAX_NAME = 80;
