import { countGraphemes, truncateGraphemes } from '@barta/bengali/graphemes';
import { normalise } from '@barta/bengali/normalise';
import { keysOf, termsOf } from '@/lib/search/indexing/terms';

/** A media file's texts: what is heard or seen, and the credit. */
export interface MediaWords {
  caption: string;
  credit: string;
}

/** In graphemes; the same as a picture's. */
export const mediaWordLimits = { caption: 500, credit: 120 } as const;

/** Letters repaired, one line, trimmed. */
export function tidyMediaWords({ caption, credit }: MediaWords): MediaWords {
  return { caption: oneLine(caption), credit: oneLine(credit) };
}

/** The first field that is too long; null if none is. */
export function tooLongMediaWord(words: MediaWords): keyof MediaWords | null {
  const fields = ['caption', 'credit'] as const;
  return fields.find((field) => countGraphemes(words[field]) > mediaWordLimits[field]) ?? null;
}

/** A file's name without its extension, truncated. */
export function fittingName(name: string): string {
  return truncateGraphemes(oneLine(name.replace(/\.[a-z0-9]{3,4}$/i, '')), 120, '…');
}

/** The words' stems, separated by spaces, for `media_files.search_keys`. */
export function searchKeysOf({ name, caption, credit }: MediaWords & { name: string }): string {
  const keys = new Set(termsOf(`${name} ${caption} ${credit}`).flatMap((term) => [term, ...keysOf(term)]));
  return keys.size === 0 ? '' : ` ${[...keys].join(' ')} `;
}

function oneLine(text: string): string {
  return normalise(text).replace(/\s+/gu, ' ').trim();
}
