export const grammaticalCases = ['genitive', 'locative', 'objective', 'plural'] as const;
export type GrammaticalCase = (typeof grammaticalCases)[number];
