/** `value`: the slug in Latin letters, by which a name is found too. */
export interface NameChoice {
  value: string;
  label: string;
}

/** A list to choose from, or the kind of names that the server is asked for. */
export type NameSource = readonly NameChoice[] | 'topics' | 'bylines';

const MAX_SUGGESTIONS = 8;

export async function suggestNames(source: NameSource, text: string, signal: AbortSignal): Promise<string[]> {
  const names = typeof source === 'string' ? await fetchNames(source, text, signal) : matching(source, text);
  // A division and its district may share a name.
  return [...new Set(names)].slice(0, MAX_SUGGESTIONS);
}

function matching(choices: readonly NameChoice[], text: string): string[] {
  // Keyboards write য় and similar letters as one code point or as two.
  const query = text.normalize('NFC');
  const latin = query.toLowerCase().replace(/\s+/g, '-');
  return choices
    .filter(({ value, label }) => label.normalize('NFC').includes(query) || value.includes(latin))
    .map(({ label }) => label);
}

async function fetchNames(kind: string, text: string, signal: AbortSignal): Promise<string[]> {
  const address = `/api/desk-names?kind=${kind}&q=${encodeURIComponent(text)}`;
  const answer = await fetch(address, { signal }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as { names: string[] }).names : [];
}
