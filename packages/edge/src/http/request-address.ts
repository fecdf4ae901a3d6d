import { readerQueryNames, unkeptSegments, visitorSegments } from '@/lib/site/paths';

/**
 * What a request line asks for.
 * - `reader` and `file`: the same bytes for everyone; `target` is what is remembered and what Next is asked.
 * - `visitor`: knows who asks; `target` keeps the whole query.
 * - `unkept`: a reader page whose whole query counts; nothing of it is remembered.
 * - `moved`: the same address, spelt properly.
 */
export type ParsedAddress = RequestAddress | { kind: 'moved'; target: string } | { kind: 'malformed' };
export type RequestAddress = { kind: 'reader' | 'file' | 'visitor' | 'unkept'; path: string; target: string };
export type CacheableAddress = RequestAddress & { kind: 'reader' | 'file' };

const filePrefixes = [
  '/_next/static/',
  '/media/',
  '/cover/',
  '/enhance/',
  '/fonts/',
  '/icons/',
  '/share-card/',
];
const malformed = { kind: 'malformed' } as const;

export function parseAddress(requestTarget: string): ParsedAddress {
  const plain = requestTarget
    .replace(/^https?:\/\/[^/?#]*/i, '')
    .replace(/#.*$/s, '')
    // Raw bytes above ASCII arrive as Latin-1 characters, one a byte.
    .replace(/[^\x21-\x7e]/g, (byte) => `%${byte.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const mark = plain.indexOf('?');
  const rawPath = mark === -1 ? plain : plain.slice(0, mark);
  const query = mark === -1 ? '' : plain.slice(mark + 1);
  if (!rawPath.startsWith('/')) return malformed;

  const raw = rawPath.slice(1).split('/');
  const segments: string[] = [];
  for (const segment of raw) {
    const spelt = normalizeSegment(segment);
    if (spelt === undefined) return malformed;
    if (spelt !== '') segments.push(spelt);
  }
  const path = `/${segments.join('/')}`;

  const isFile = filePrefixes.some((prefix) => path.startsWith(prefix));
  const kind = isFile ? 'file' : kindBySegment(segments[0] ?? '');
  if (segments.length !== raw.length && rawPath !== '/') {
    return { kind: 'moved', target: query === '' ? path : `${path}?${query}` };
  }
  if (kind === 'file') return { kind, path, target: path };
  if (kind === 'reader') return { kind, path, target: path + filterQuery(query) };
  return { kind, path, target: query === '' ? path : `${path}?${query}` };
}

function kindBySegment(first: string): 'visitor' | 'unkept' | 'reader' {
  if (visitorSegments.includes(first)) return 'visitor';
  return unkeptSegments.includes(first) ? 'unkept' : 'reader';
}

/** One spelling for one address: `%e0` and `%E0`, an escaped letter and a plain one, য় in one sign and in two. */
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

/** Only the names that change a page, each once, so that `?utm_source=x` is the same page. */
function filterQuery(query: string): string {
  if (query === '') return '';
  const asked = new URLSearchParams(query);
  const known = new URLSearchParams();
  for (const name of readerQueryNames) {
    const value = asked.get(name);
    if (value) known.set(name, value);
  }
  return known.size === 0 ? '' : `?${known}`;
}
