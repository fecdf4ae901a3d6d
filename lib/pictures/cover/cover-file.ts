import { coverSvg } from './cover-svg';

/** The drawing that a cover's file name asks for, as in `7.svg` or `7-1x1.svg`; null for any other name. */
export function coverFor(file: string): string | null {
  const named = /^([1-9]\d{0,14})(-1x1)?\.svg$/.exec(file);
  if (!named) return null;
  const size = named[2] ? { width: 600, height: 600 } : { width: 1200, height: 800 };
  return coverSvg(`story-${named[1]}`, size);
}
