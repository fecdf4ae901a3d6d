import type { ViewSource } from '@/db/schema';

/** What was counted of one story in one hour from one kind of place. Nothing of any reader. */
export interface ViewTally {
  storyId: number;
  /** Hours since 1970-01-01T00:00Z. */
  hour: number;
  source: ViewSource;
  views: number;
  /** How many readers came past a quarter, the half and three quarters of the text, and to its end. */
  quarters: number;
  halves: number;
  threeQuarters: number;
  reads: number;
}

/** The steps of a text, in the order in which a reader takes them: step 1 is a quarter of it, step 4 its end. */
export const depthSteps = ['quarters', 'halves', 'threeQuarters', 'reads'] as const;
