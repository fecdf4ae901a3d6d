import type { IncomingHttpHeaders } from 'node:http';

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
  const [, first = '', last = ''] =
    /^bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})$/i.exec(headers.range ?? '') ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'unsatisfiable' : { from: size - length, to: size - 1 };
  }
  const from = Number(first);
  if (last !== '' && Number(last) < from) return 'whole';
  if (from >= size) return 'unsatisfiable';
  return { from, to: last === '' ? size - 1 : Math.min(Number(last), size - 1) };
}
