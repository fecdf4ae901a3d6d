import { fromBengaliDigits } from '@barta/bengali/digits';

/** A whole number in either digits: `''` → null, invalid → NaN. */
export function parseNumber(text: string): number | null {
  const trimmed = fromBengaliDigits(text).trim();
  if (trimmed === '') return null;
  return /^\d{1,9}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
}
