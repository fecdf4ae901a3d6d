import type { ViewTally } from '../view-tally';

/** What was counted of a story in an hour: one reader who came directly and left at once, unless told otherwise. */
export function aTally(overrides: Partial<ViewTally> & Pick<ViewTally, 'storyId' | 'hour'>): ViewTally {
  return { source: 'direct', views: 1, quarters: 0, halves: 0, threeQuarters: 0, reads: 0, ...overrides };
}
