import { countGraphemes } from '@barta/bengali/graphemes';

/** Words a minute, of Bengali news read on a screen. */
const READ_A_MINUTE = 200;

export interface Counted {
  words: number;
  /** As a reader counts letters, without space. */
  characters: number;
  /** At least 1 for what has words. */
  minutes: number;
}

export function count(text: string): Counted {
  const words = text.match(/[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’.-]|\u200c|\u200d)*/gu)?.length ?? 0;
  return {
    words,
    characters: countGraphemes(text.replace(/\s+/g, '')),
    minutes: words === 0 ? 0 : Math.max(1, Math.round(words / READ_A_MINUTE)),
  };
}
