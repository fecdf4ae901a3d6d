import type { IncomingHttpHeaders } from 'node:http';
import { parse } from 'range-parser';

/** Bytes from the one to the other, both included. */
export interface ByteRange {
  from: number;
  to: number;
}

/**
 * The part of a file of `size` bytes that is asked for (RFC 9110, 14.2). Several parts at once, what cannot be read,
 * and a part of a file that has changed since (If-Range) are answered with the whole.
 */
export function rangeIn(
  headers: IncomingHttpHeaders,
  size: number,
  etag: string,
): ByteRange | 'whole' | 'unsatisfiable' {
  const condition = headers['if-range'];
  // A strong comparison; a date is none of ours.
  if (condition !== undefined && condition !== etag) return 'whole';
  const { code, type, ranges } = parse(size, headers.range ?? '');
  if (type !== 'bytes') return 'whole';
  if (code === unsatisfiable && ranges.length === 0) return 'unsatisfiable';
  const [range, another] = ranges;
  if (code !== 0 || !range || another) return 'whole';
  return { from: range.start, to: range.end };
}

/** The code of `range-parser` for ranges that all begin behind the end of the file. */
const unsatisfiable = 2;
