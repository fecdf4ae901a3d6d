/** What is wrong is collected, not thrown: one run tells all of it. */
export class Faults {
  readonly list: string[] = [];

  constructor(private readonly of: string) {}

  want(isSo: boolean, what: string): void {
    if (!isSo) this.list.push(`${this.of}: ${what}`);
  }
}

/** Absolute, http or https, in ASCII, every `%` an escape (RFC 3986). */
export function isWholeAddress(address: unknown): address is string {
  return (
    typeof address === 'string' &&
    /^https?:\/\/[^/?#]+[\x21-\x7e]*$/.test(address) &&
    !/%(?![0-9A-Fa-f]{2})/.test(address) &&
    !/["<>\\^`{|}]/.test(address) &&
    URL.canParse(address)
  );
}

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(?:\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** RFC 3339: with a zone, and a day that the month has. */
export function isRfc3339(date: unknown): date is string {
  const parts = typeof date === 'string' ? RFC3339.exec(date) : null;
  if (!parts) return false;
  const [, year, month, day] = parts.map(Number);
  return Number(day) >= 1 && Number(day) <= new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/** RFC 822 as RSS has it, with four digits of year: the day of the week must be that of the date. */
export function isRfc822(date: string): boolean {
  return (
    /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(date) &&
    new Date(date).toUTCString() === date
  );
}

/** A whole page's date by the W3C's note on date and time: a day, or a moment with a zone. */
export function isW3cDate(date: string): boolean {
  return isRfc3339(date) || (/^\d{4}-\d{2}-\d{2}$/.test(date) && isRfc3339(`${date}T00:00:00Z`));
}
