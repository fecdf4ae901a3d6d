const AD_LINE =
  /^(?:[a-z0-9-]+(?:\.[a-z0-9-]+)+\s*,\s*[^,\s][^,]*,\s*(?:DIRECT|RESELLER)\s*(?:,\s*[^,\s]+\s*)?|[a-z]+=\S.*)$/i;

/** Lines as ads.txt 1.1 has them: `exchange.example, 1234, DIRECT, f08c47`, `VARIABLE=value`, and `# remarks`. */
export function isAdsTxt(text: string): boolean {
  return text.split(/\r?\n/).every((line) => {
    const entry = line.replace(/#.*$/, '').trim();
    return entry === '' || AD_LINE.test(entry);
  });
}

/** The contacts as URIs, in the order of preference, as in `mailto:desk@example.com`; null if one is none. */
export function securityContacts(text: string): string[] | null {
  const given = text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
  const uris = given.map((one) => (/^[^\s@:/]+@[^\s@]+\.[^\s@]+$/.test(one) ? `mailto:${one}` : one));
  return uris.every((uri) => /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(uri))
    ? uris
    : null;
}
