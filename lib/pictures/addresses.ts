/** Where a reader's browser finds a variant's file. It never changes, so it may be kept for ever. */
export function pictureAddress({ file }: { file: string }): string {
  return `/media/${file}`;
}

/** The drawn cover of a story without a picture: wide for leads and cards, square for small rows. */
export function coverAddress(storyId: number, shape: '3x2' | '1x1' = '3x2'): string {
  return shape === '1x1' ? `/cover/${storyId}-1x1.svg` : `/cover/${storyId}.svg`;
}
