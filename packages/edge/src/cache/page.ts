import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';
import type { Compression } from './compression/content-encoding.ts';

const gunzipAsync = promisify(gunzip);

export type Encoding = 'identity' | Compression;

/** A finished response, the same bytes for everyone. */
export interface Page {
  status: number;
  /** Without length, encoding and ETag, which are added when it is sent. */
  headers: readonly (readonly [name: string, value: string])[];
  etag: string;
  /** At least one of `identity` and `gzip`; read the first by `uncompressedBodySync`. */
  bodies: Partial<Record<Encoding, Buffer>>;
  /** Bytes of the uncompressed body. */
  size: number;
  tags: readonly string[];
  /** Tags whose change makes it stale: it is served once more while a new one is rendered. */
  swrTags: readonly string[];
  /** When these bytes were first served, sent as Last-Modified. Only of cached pages. */
  madeAt?: MadeAt;
  /** Called when it takes more memory than before. */
  onGrown?: () => void;
  /** Called for a client that accepts a compression which is not made yet, and none that is as small. */
  onCompressionMissed?: (compression: SlowCompression) => void;
}

/** Compressions that are made in the background. */
export type SlowCompression = Exclude<Compression, 'gzip'>;

export interface MadeAt {
  at: Date;
  /** Another page was served under this address in the same second: until it is over no date can tell the two apart. */
  isAmbiguous: boolean;
}

export type PageDraft = Pick<Page, 'status' | 'headers'> & {
  body: Buffer;
  tags?: Iterable<string>;
  swrTags?: Iterable<string>;
};

export function makePage({ status, headers, body, tags = [], swrTags = [] }: PageDraft): Page {
  const ownTags = new Set(tags);
  return {
    status,
    headers: isCompressible(headers)
      ? [...headers, ['vary', 'accept-encoding']]
      : [...headers, ...(status === 200 && body.length > 0 ? ([['accept-ranges', 'bytes']] as const) : [])],
    etag: createHash('sha256').update(body).digest('base64url').slice(0, 22),
    bodies: { identity: body },
    size: body.length,
    tags: [...ownTags],
    swrTags: [...new Set(swrTags)].filter((tag) => !ownTags.has(tag)),
  };
}

/** The body as it was made, which is kept from now on. */
export function uncompressedBodySync(page: Page): Buffer {
  if (page.bodies.identity) return page.bodies.identity;
  page.bodies.identity = trimBuffer(gunzipSync(gzipOf(page)));
  page.onGrown?.();
  return page.bodies.identity;
}

/** The same for work in the background: on a thread of zlib's own, and not kept. */
export async function uncompressedBody(page: Page): Promise<Buffer> {
  return page.bodies.identity ?? gunzipAsync(gzipOf(page));
}

function gzipOf(page: Page): Buffer {
  if (!page.bodies.gzip) throw new Error('a page without a body');
  return page.bodies.gzip;
}

export function bodyOf(page: Page, encoding: Encoding): Buffer {
  return page.bodies[encoding] ?? uncompressedBodySync(page);
}

/** zlib returns a part of a larger buffer, which would stay in memory with it: two and a half times the bytes. */
export function trimBuffer(bytes: Buffer): Buffer {
  if (bytes.length === bytes.buffer.byteLength) return bytes;
  const kept = Buffer.allocUnsafeSlow(bytes.length);
  bytes.copy(kept);
  return kept;
}

export function isCompressible(headers: Page['headers']): boolean {
  return headers.some(([name, value]) => name === 'content-type' && isText(value));
}

export function isText(contentType: string): boolean {
  return /^(text\/|application\/(javascript|json|manifest\+json|feed\+json|xml|rss\+xml|atom\+xml|ld\+json)|image\/svg)/.test(
    contentType,
  );
}
