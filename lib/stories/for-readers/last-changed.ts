interface Moments {
  publishedAt: Date;
  correctedAt: Date | null;
}

/** When readers' text was changed last. A correction of before the story was published (again) is no change of it. */
export function lastChanged({ publishedAt, correctedAt }: Moments): Date {
  return correctedAt && correctedAt > publishedAt ? correctedAt : publishedAt;
}
