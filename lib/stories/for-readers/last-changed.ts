interface Moments {
  publishedAt: Date;
  correctedAt: Date | null;
}

/**
 * When the text that readers see was last changed. A correction from before the story was (re)published does not
 * count.
 */
export function lastChanged({ publishedAt, correctedAt }: Moments): Date {
  return correctedAt && correctedAt > publishedAt ? correctedAt : publishedAt;
}
