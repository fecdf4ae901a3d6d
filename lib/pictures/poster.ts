/**
 * A film's picture until it is played. `poster` takes one file for every screen: the widest of `srcSet` (WebP) that is
 * at most 960 pixels wide, as the page's column; `src` where there is none, as of a cover.
 */
export function posterFrom({ src, srcSet }: { src: string; srcSet: string }): string {
  const files = srcSet.split(', ').map((file) => file.split(' '));
  return files.findLast(([, width = '']) => Number.parseInt(width, 10) <= 960)?.[0] ?? src;
}
