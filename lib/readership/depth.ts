/** Readers, and how many of them came past each step of the text. */
export interface Readings {
  views: number;
  quarters: number;
  halves: number;
  threeQuarters: number;
  reads: number;
}

export const noReadings: Readings = { views: 0, quarters: 0, halves: 0, threeQuarters: 0, reads: 0 };

export function added(a: Readings, b: Readings): Readings {
  return {
    views: a.views + b.views,
    quarters: a.quarters + b.quarters,
    halves: a.halves + b.halves,
    threeQuarters: a.threeQuarters + b.threeQuarters,
    reads: a.reads + b.reads,
  };
}

/** A part in whole hundredths; 0 of nothing. */
export function hundredths(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((100 * part) / whole);
}

/** How much of the text its readers read on average, in hundredths: each step that one took is a quarter. */
export function averageDepth({ views, quarters, halves, threeQuarters, reads }: Readings): number {
  return hundredths(quarters + halves + threeQuarters + reads, 4 * views);
}
