import { fromBengaliDigits, toBengaliDigits } from './digits.ts';

/** A day and a night: what is longer is a slip of the hand. */
const LONGEST_SECONDS = 86_400;

/**
 * How long a sound or film lasts, in seconds, as people write it: `৩:২৫`, `1:02:03`, or seconds alone as in `205`.
 * Null for what is none of these, for nothing and for more than a day.
 */
export function parseDuration(text: string): number | null {
  const [, first, second, third] =
    /^(\d{1,5})(?::([0-5]\d))?(?::([0-5]\d))?$/.exec(fromBengaliDigits(text).trim()) ?? [];
  if (first === undefined) return null;
  const parts = [first, second, third].filter((part) => part !== undefined).map(Number);
  const seconds = parts.reduce((sum, part) => sum * 60 + part, 0);
  return seconds > 0 && seconds <= LONGEST_SECONDS ? seconds : null;
}

/** The reverse, in ASCII digits: `3:25`, `1:02:03`. */
export function formatDuration(seconds: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${rest}` : `${minutes}:${rest}`;
}

/** As readers see it: ৩:২৫. */
export function formatBengaliDuration(seconds: number): string {
  return toBengaliDigits(formatDuration(seconds));
}

/** As machines read it (ISO 8601): `PT3M25S`. */
export function isoDuration(seconds: number): string {
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `PT${hours > 0 ? `${hours}H` : ''}${minutes > 0 ? `${minutes}M` : ''}${rest > 0 || seconds === 0 ? `${rest}S` : ''}`;
}
