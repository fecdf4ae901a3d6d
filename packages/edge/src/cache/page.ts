import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gunzip, gunzipSync, gzip, zstdCompress } from 'node:zlib';
import { type ByteRange, rangeIn } from './byte-range';
import { acceptedCompressions, type Compression, compressions } from './content-encoding';
import { makeReady, type ReadyAnswer, sendReady, takesReady } from './ready-answer';

/** For so long a connection may be silent between two requests. */
export const keepAliveMs = 30_000;

const gzipped = promisify(gzip);
const gunzipped = promisify(gunzip);
const brotlied = promisify(brotliCompress);
const zstandard = promisify(zstdCompress);

export type Encoding = 'identity' | Compression;

/** A finished answer, the same bytes for everyone. */
export interface Page {
  status: number;
  /** Without length, encoding and ETag, which are told when it is sent. */
  headers: readonly (readonly [name: string, value: string])[];
  etag: string;
  /** Never without one of `identity` and `gzip`; read the first by `identityOf`. */
  bodies: Partial<Record<Encoding, Buffer>>;
  /** Bytes of the body as it was made. */
  size: number;
  tags: readonly string[];
  /** Tags that make it stale, not wrong. */
  swrTags: readonly string[];
  /** When these bytes were first given out, told as Last-Modified. Only of what is remembered. */
  madeAt?: MadeAt;
  /** Called when it takes more room than before. */
  onGrown?: () => void;
  /** Called for somebody who takes a packing that is not made, and none that is as small. */
  onCompressionMissed?: (packing: SlowCompression) => void;
}

/** Packings that are made behind the readers. */
export type SlowCompression = Exclude<Compression, 'gzip'>;

export interface MadeAt {
  at: Date;
  /** Another page was given out under this address in the same second: until it is over no date can tell the two apart. */
  isAmbiguous: boolean;
}

export type PageDraft = Pick<Page, 'status' | 'headers'> & {
  body: Buffer;
  tags?: Iterable<string>;
  swrTags?: Iterable<string>;
};

export function makePage({ status, headers, body, tags = [], swrTags = [] }: PageDraft): Page {
  const shown = new Set(tags);
  return {
    status,
    headers: isCompressible(headers)
      ? [...headers, ['vary', 'accept-encoding']]
      : [...headers, ...(status === 200 && body.length > 0 ? ([['accept-ranges', 'bytes']] as const) : [])],
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    bodies: { identity: body },
    size: body.length,
    tags: [...shown],
    swrTags: [...new Set(swrTags)].filter((tag) => !shown.has(tag)),
  };
}

/** Next's own level; a page of 26 kB takes half a millisecond, off the event loop. */
export async function gzipPage(page: Page): Promise<void> {
  if (worthCompressing(page))
    page.bodies.gzip = trimBuffer(await gzipped(uncompressedBodySync(page), { level: 6 }));
}

/**
 * The best that there is, made behind the first answers: brotli 11, an eighth smaller than gzip and some 50 ms of work, or
 * zstd 12. Brotli 9 takes 32 MB for a moment, which made Node look through all of the door's memory ten times a second
 * while newsroom and commenters were busy; 11 takes two.
 */
export async function compressPage(page: Page, packing: SlowCompression): Promise<void> {
  if (!worthCompressing(page) || page.bodies[packing]) return;
  page.bodies[packing] = trimBuffer(await slowly[packing](await uncompressedBody(page), page));
}

const slowly = {
  br: (identity: Buffer, page: Page) =>
    brotlied(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(page),
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: page.size,
      },
    }),
  zstd: (identity: Buffer, page: Page) =>
    zstandard(identity, {
      params: { [constants.ZSTD_c_compressionLevel]: 12, [constants.ZSTD_c_windowLog]: windowFor(page) },
    }),
};

/** zlib's answer is a piece of a larger buffer, which would be kept with it: two and a half times the bytes. */
function trimBuffer(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const kept = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(kept);
  return kept;
}

/**
 * Gives up the bytes that nobody asks for plain: five sixths of what a page takes. Whoever asks all the same is given
 * what gzip holds, and from then on they stay.
 */
export function dropUncompressedBody(page: Page): void {
  if (page.bodies.gzip && !readyAnswers.get(page)?.identity) delete page.bodies.identity;
}

/** The body as it was made, which is kept from now on. */
export function uncompressedBodySync(page: Page): Buffer {
  if (page.bodies.identity) return page.bodies.identity;
  page.bodies.identity = trimBuffer(gunzipSync(gzipOf(page)));
  page.onGrown?.();
  return page.bodies.identity;
}

/** The same for work behind the readers: on a thread of its own, and not kept. */
export async function uncompressedBody(page: Page): Promise<Buffer> {
  return page.bodies.identity ?? gunzipped(gzipOf(page));
}

function gzipOf(page: Page): Buffer {
  if (!page.bodies.gzip) throw new Error('a page without a body');
  return page.bodies.gzip;
}

function bodyOf(page: Page, encoding: Encoding): Buffer {
  return page.bodies[encoding] ?? uncompressedBodySync(page);
}

/** As large as the page and no larger: the usual window of brotli takes 4 MB for each page that is packed. */
function windowFor({ size }: Page): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(size))));
}

function worthCompressing(page: Page): boolean {
  return page.size > 512 && isCompressible(page.headers);
}

function isCompressible(headers: Page['headers']): boolean {
  return headers.some(([name, value]) => name === 'content-type' && isText(value));
}

export function isText(contentType: string): boolean {
  return /^(text\/|application\/(javascript|json|manifest\+json|feed\+json|xml|rss\+xml|atom\+xml|ld\+json)|image\/svg)/.test(
    contentType,
  );
}

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

/** Bytes that lie ready, of pages that were sent before: most are made for one reader, and the copy would be for nothing. */
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

/** Headers are laid out once for each page and encoding; a remembered page is sent thousands of times. */
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
  if (page.madeAt) headers.push('last-modified', new Date(tellableTime(page.madeAt)).toUTCString());
  if (unchanged) return headers;
  if (encoding !== 'identity') headers.push('content-encoding', encoding);
  headers.push('content-length', String(encoding === 'identity' ? page.size : bodyOf(page, encoding).length));
  return headers;
}

/** For those who keep no ETag. In a second that saw two pages nobody is told "same". */
function isUnchangedSince(since: string | undefined, madeAt: MadeAt | undefined): boolean {
  if (since === undefined || !madeAt || !isSettled(madeAt)) return false;
  return Date.parse(since) >= tellableTime(madeAt);
}

/**
 * A date has whole seconds. Of two pages of one second the later is told, once that is over, to be of the next: who has the
 * earlier one was told an earlier date.
 */
function tellableTime(madeAt: MadeAt): number {
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
  const packings = acceptedCompressions(accepted);
  const [best] = packings;
  if (best && best !== 'gzip' && !page.bodies[best]) page.onCompressionMissed?.(best);
  for (const packing of packings) if (page.bodies[packing]) return packing;
  return 'identity';
}

/** Weak comparison, as the standard wants for If-None-Match; any of our encodings is the same page. */
function etagMatches(ifNoneMatch: string, etag: string): boolean {
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((candidate) => {
    const bare = candidate.trim().replace(/^W\//, '');
    return bare === `"${etag}"` || compressions.some((packing) => bare === `"${etag}-${packing}"`);
  });
}
