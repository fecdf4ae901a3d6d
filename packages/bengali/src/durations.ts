import { fromBengaliDigits, toBengaliDigits } from './digits.ts';

/** One day; anything longer is taken for a typing error. */
const LONGEST_SECONDS = 86_400;

/**
 * The seconds of a duration as people type it, in either script: `৩:২৫`, `1:02:03`, or seconds alone as in `205`.
 * Null for anything else, for zero and for more than a day.
 */
export function parseDuration(text: string): number | null {
  const [, first, second, third] =
    /^(\d{1,5})(?::([0-5]\d))?(?::([0-5]\d))?$/.exec(fromBengaliDigits(text).trim()) ?? [];
  if (first === undefined) return null;
  const parts = [first, second, third].filter((part) => part !== undefined).map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : null;
}

/** Seconds as `3:25` or `1:02:03`, in ASCII digits. */
export function formatDuration(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** Seconds as ৩:২৫, in Bengali digits. */
export function formatBengaliDuration(seconds: number): string {
  return toBengaliDigits(formatDuration(seconds));
}

/** Seconds as an ISO 8601 duration, `PT3M25S`. */
export function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 || seconds === 0 ? `${rest}S` : ''}`;
}
