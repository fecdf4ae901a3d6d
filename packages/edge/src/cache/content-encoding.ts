/** How bytes may be packed, best first: for a page of ours brotli is the smallest, gzip is there at once. */
export const compressions = ['br', 'zstd', 'gzip'] as const;

export type Compression = (typeof compressions)[number];

/** Browsers send three or four different lines; what else is sent is read anew once the table is full. */
const known = new Map<string, readonly Compression[]>();
const mostKnown = 256;

/** The packings of ours that an Accept-Encoding header takes, best first. Nothing for what makes no sense. */
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
  // Who takes anything has not said that he knows the newest: gzip everyone knows.
  const accepted = compressions.filter(
    (packing) => weights.get(packing) ?? (packing === 'gzip' && weights.get('*') === true),
  );
  if (known.size < mostKnown && header.length < 200) known.set(header, accepted);
  return accepted;
}
