import { dhakaDay, isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';

/**
 * Parses the value of `<input type=datetime-local>`, `2026-11-24T18:30`, as a time in Dhaka. Null if it is not a
 * time.
 */
export function dhakaTimeIn(text: string): Date | null {
  const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)(?::\d{2})?$/.exec(text) ?? [];
  if (!day || !isDhakaDay(day)) return null;
  return new Date(startOfDhakaDay(day).getTime() + (Number(hour) * 60 + Number(minute)) * 60_000);
}

/** The reverse, for the field's value. */
export function dhakaTimeOf(at: Date): string {
  const day = dhakaDay(at);
  const minutes = Math.floor((at.getTime() - startOfDhakaDay(day).getTime()) / 60_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${day}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
