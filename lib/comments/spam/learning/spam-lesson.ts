export type SpamVerdict = 'spam' | 'ham';

/** How many comments were learnt stands under this word; no text has it. */
export const ALL = '';

/** Who decided, and when. */
export interface SpamLesson {
  verdict: SpamVerdict;
  staffId: number;
  at: Date;
}
