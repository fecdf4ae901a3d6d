import type { IncomingMessage, ServerResponse } from 'node:http';
import { type ByteRange, rangeIn } from './byte-range.ts';
import { acceptedCompressions, compressions } from './compression/content-encoding.ts';
import { bodyOf, type Encoding, type MadeAt, type Page, uncompressedBodySync } from './page.ts';
import { makeReady, type ReadyAnswer, sendReady, takesReady } from './ready-answer.ts';

/** For so long a connection may be idle between two requests. */
export const keepAliveMs = 30_000;

export function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const { headers } = request;
  const encoding = encodingFor(headers['accept-encoding'], page);
  if (page.status === 200) {
    const mayBeSame = headers['if-none-match'];
    const isSame =
      mayBeSame === undefined
        ? isUnchangedSince(headers['if-modified-since'], page.madeAt)
        : etagMatches(mayBeSame, page.etag);
    if (isSame) {
      response.writeHead(304, headersOf(page, encoding, true));
      response.end();
      return;
    }
    if (headers.range !== undefined && request.method === 'GET' && hasRanges(page)) {
      const range = rangeIn(headers, page.size, etagOf(page, 'identity'));
      if (range !== 'whole') {
        sendRange(response, page, range);
        return;
      }
    }
  }
  const ready = page.status === 200 && takesReady(request, response) && readyFor(page, encoding);
  if (ready) {
    sendReady(response, ready);
    return;
  }
  response.writeHead(page.status, headersOf(page, encoding, false));
  response.end(request.method === 'HEAD' ? undefined : bodyOf(page, encoding));
}

/** Prepared responses of pages that were sent before: most pages are made for one reader, who would not need the copy. */
const readyAnswers = new WeakMap<Page, Partial<Record<Encoding, ReadyAnswer>>>();

function readyFor(page: Page, encoding: Encoding): ReadyAnswer | undefined {
  const known = readyAnswers.get(page);
  if (known?.[encoding]) return known[encoding];
  if (!headerCache.get(page)?.has(encoding)) return undefined;
  const ready = makeReady(headersOf(page, encoding, false), bodyOf(page, encoding), keepAliveMs / 1000);
  // The same bytes are not kept twice.
  page.bodies[encoding] = ready.body;
  readyAnswers.set(page, { ...known, [encoding]: ready });
  return ready;
}

/** Whether a prepared response shares the bytes of that body. */
export function isHeldForSending(page: Page, encoding: Encoding): boolean {
  return readyAnswers.get(page)?.[encoding] !== undefined;
}

function hasRanges(page: Page): boolean {
  return page.headers.some(([name]) => name === 'accept-ranges');
}

function sendRange(response: ServerResponse, page: Page, range: ByteRange | 'unsatisfiable'): void {
  const identity = uncompressedBodySync(page);
  const headers = [...page.headers.flat(), 'etag', etagOf(page, 'identity')];
  if (range === 'unsatisfiable') {
    response.writeHead(416, [
      ...headers,
      'content-range',
      `bytes */${identity.length}`,
      'content-length',
      '0',
    ]);
    response.end();
    return;
  }
  const part = identity.subarray(range.from, range.to + 1);
  headers.push('content-range', `bytes ${range.from}-${range.to}/${identity.length}`);
  response.writeHead(206, [...headers, 'content-length', String(part.length)]);
  response.end(part);
}

/** Headers are built once for each page and encoding; a cached page is sent thousands of times. */
const headerCache = new WeakMap<Page, Map<string, string[]>>();

function headersOf(page: Page, encoding: Encoding, unchanged: boolean): string[] {
  const isEarly = page.madeAt !== undefined && !isSettled(page.madeAt);
  const name = `${unchanged ? '304 ' : ''}${encoding}${isEarly ? ' early' : ''}`;
  const known = headerCache.get(page) ?? new Map<string, string[]>();
  headerCache.set(page, known);
  const headers = known.get(name) ?? buildHeaders(page, encoding, unchanged);
  known.set(name, headers);
  return headers;
}

function buildHeaders(page: Page, encoding: Encoding, unchanged: boolean): string[] {
  const headers = page.headers.filter(([name]) => !unchanged || !name.startsWith('content-')).flat();
  headers.push('etag', etagOf(page, encoding));
  if (page.madeAt) headers.push('last-modified', new Date(lastModifiedTime(page.madeAt)).toUTCString());
  if (unchanged) return headers;
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  headers.push('content-length', String(encoding === 'identity' ? page.size : bodyOf(page, encoding).length));
  return headers;
}

/** For clients that keep no ETag. In a second that saw two pages nobody is told "not modified". */
function isUnchangedSince(since: string | undefined, madeAt: MadeAt | undefined): boolean {
  if (since === undefined || !madeAt || !isSettled(madeAt)) return false;
  return Date.parse(since) >= lastModifiedTime(madeAt);
}

/**
 * A date has whole seconds. Of two pages of one second the later is dated, once that is over, to the next: whoever has
 * the earlier one has an earlier date.
 */
function lastModifiedTime(madeAt: MadeAt): number {
  const second = Math.floor(madeAt.at.getTime() / 1000) * 1000;
  return madeAt.isAmbiguous && isSettled(madeAt) ? second + 1000 : second;
}

function isSettled({ at, isAmbiguous }: MadeAt): boolean {
  return !isAmbiguous || Math.floor(Date.now() / 1000) > Math.floor(at.getTime() / 1000);
}

/** Bytes differ by encoding, so their tags must: RFC 9110, 8.8.3.3. */
function etagOf({ etag }: Page, encoding: Encoding): string {
  return encoding === 'identity' ? `"${etag}"` : `"${etag}-${encoding}"`;
}

/** Best first of those that are made. */
function encodingFor(accepted: string | undefined, page: Page): Encoding {
  const choices = acceptedCompressions(accepted);
  const [best] = choices;
  if (best && best !== 'gzip' && !page.bodies[best]) page.onCompressionMissed?.(best);
  for (const choice of choices) if (page.bodies[choice]) return choice;
  return 'identity';
}

/** Weak comparison, as the standard wants for If-None-Match; any of our encodings is the same page. */
function etagMatches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => {
    const bare = candidate.trim().replace(/^W\//, '');
    return bare === `"${etag}"` || compressions.some((compression) => bare === `"${etag}-${compression}"`);
  });
}
