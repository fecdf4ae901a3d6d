/** Best first: brotli is the smallest, gzip is there at once. */
export const compressions = ['br', 'zstd', 'gzip'] as const;

export type Compression = (typeof compressions)[number];

/** Browsers send three or four different values; others are parsed each time once the table is full. */
const known = new Map<string, readonly Compression[]>();
const mostKnown = 256;

/** Which of these an Accept-Encoding header accepts, best first. Empty for what cannot be parsed. */
export function acceptedCompressions(header: string | undefined): readonly Compression[] {
  if (header === undefined) return [];
  const before = known.get(header);
  if (before) return before;

  const weights = new Map<string, boolean>();
  for (const choice of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = choice.split(';').map((part) => part.trim());
    const isRefused = parameters.some((parameter) => /^q\s*=\s*0(\.0*)?$/.test(parameter));
    weights.set(name === 'x-gzip' ? 'gzip' : name, !isRefused);
  }
  // A client that sends `*` has not said that it knows the newest; gzip is known to all.
  const accepted = compressions.filter(
    (name) => weights.get(name) ?? (name === 'gzip' && weights.get('*') === true),
  );
  if (known.size < mostKnown && header.length < 200) known.set(header, accepted);
  return accepted;
}
