/**
 * What a request line asks for.
 * - `page` and `file`: the same bytes for everyone; `target` is the cache key and what Next is asked for.
 * - `private`: depends on who asks; cookies pass and `target` keeps the whole query.
 * - `uncached`: the same for everyone, but its whole query counts, so it is never cached.
 * - `redirect`: the same address in its canonical spelling.
 */
export type ParsedAddress = RequestAddress | { kind: 'redirect'; target: string } | { kind: 'malformed' };
export type RequestAddress = { kind: 'page' | 'file' | 'private' | 'uncached'; path: string; target: string };
export type CacheableAddress = RequestAddress & { kind: 'page' | 'file' };

/** Which addresses are which. A path of none of these is a page. */
export interface AddressRules {
  /** Beginnings of paths, as in `/_next/static/`. */
  filePrefixes: readonly string[];
  /** First segments of paths. */
  privateSegments: readonly string[];
  uncachedSegments?: readonly string[];
  /** Query names that change a page. All others are dropped, so that `?utm_source=x` is the same page. */
  queryNames?: readonly string[];
}

const malformed = { kind: 'malformed' } as const;

export function addressParser({
  filePrefixes,
  privateSegments,
  uncachedSegments = [],
  queryNames = [],
}: AddressRules): (requestTarget: string) => ParsedAddress {
  return (requestTarget) => {
    const { rawPath, query } = splitTarget(requestTarget);
    if (!rawPath.startsWith('/')) return malformed;

    const raw = rawPath.slice(1).split('/');
    const segments: string[] = [];
    for (const segment of raw) {
      const normalized = normalizeSegment(segment);
      if (normalized === undefined) return malformed;
      if (normalized !== '') segments.push(normalized);
    }
    const path = `/${segments.join('/')}`;
    const withQuery = query === '' ? path : `${path}?${query}`;
    if (segments.length !== raw.length && rawPath !== '/') return { kind: 'redirect', target: withQuery };

    const kind = kindOf(path, segments[0] ?? '');
    if (kind === 'file') return { kind, path, target: path };
    if (kind === 'page') return { kind, path, target: path + filterQuery(query, queryNames) };
    return { kind, path, target: withQuery };
  };

  function kindOf(path: string, firstSegment: string): RequestAddress['kind'] {
    if (filePrefixes.some((prefix) => path.startsWith(prefix))) return 'file';
    if (privateSegments.includes(firstSegment)) return 'private';
    return uncachedSegments.includes(firstSegment) ? 'uncached' : 'page';
  }
}

function splitTarget(requestTarget: string): { rawPath: string; query: string } {
  const plain = requestTarget
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .replace(/#.*$/s, '')
    // Raw bytes above ASCII arrive as Latin-1 characters, one a byte.
    .replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const mark = plain.indexOf('?');
  if (mark === -1) return { rawPath: plain, query: '' };
  return { rawPath: plain.slice(0, mark), query: plain.slice(mark + 1) };
}

/** One spelling for one address: `%e0` and `%E0`, an escaped letter and a plain one, য় as one character and as two. */
function normalizeSegment(segment: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(segment).normalize('NFC');
  } catch {
    return undefined;
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  if (/[\u0000-\u001f\u007f]/.test(decoded) || decoded === '.' || decoded === '..') return undefined;
  return encodeURIComponent(decoded).replace(/%(40|3A|2C|2B|3D|24|26|3B)/g, (escaped) =>
    decodeURIComponent(escaped),
  );
}

/** Only the names that change a page, each once. */
function filterQuery(query: string, names: readonly string[]): string {
  if (query === '') return '';
  const sent = new URLSearchParams(query);
  const kept = new URLSearchParams();
  for (const name of names) {
    const value = sent.get(name);
    if (value) kept.set(name, value);
  }
  return kept.size === 0 ? '' : `?${kept}`;
}
