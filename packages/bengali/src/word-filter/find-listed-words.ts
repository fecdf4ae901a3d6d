import { countGraphemes, graphemes } from '../graphemes.ts';
import { foldHomoglyphs, foldLeetspeak } from './look-alikes.ts';
import { collapseRepeats, removeDisguise } from './remove-disguise.ts';

/** The endings that may follow a listed word. No others, so that বাজে is not found in বাজেট. */
const INFLECTIONS = 'র ের এর কে রা েরা দের দেরকে টা টি টার টির টাকে টিকে গুলো গুলোর গুলি ই ও'.split(' ');

/** A longer gap between two letters separates words. */
const MAX_GAP = 2;
const MIN_SPACED_LETTERS = 3;

/**
 * The listed words and phrases that a text contains, each once and as listed: whole or with one inflection, also when
 * disguised by invisible characters, look-alike letters, capitals, repeated letters or s p a c e d letters. Only whole words
 * match, never the beginning of a longer one. Linear in the length of the text.
 */
export function findListedWords(text: string, words: readonly string[]): string[] {
  const plain = removeDisguise(text);
  const latin = removeDisguise(foldHomoglyphs(text));
  const whole = [plain, foldLeetspeak(latin, 'i'), foldLeetspeak(latin, 'l')];
  const drawls = [...new Set(whole)].flatMap((read) => [
    collapseRepeats(read, '$1'),
    collapseRepeats(read, '$1$1'),
  ]);
  const readings = [...new Set([...whole, ...drawls])];
  const inParts = new Set(readings.map((read) => read.replace(INSIDE_A_WORD, '')));
  const [apart, joined] = [readings, [...inParts].filter((read) => !readings.includes(read))].map((some) =>
    some.map(indexText),
  );
  return [...new Set(words)].filter((word) =>
    patternsOf(word).some(
      (pattern) =>
        apart?.some((reading) => holds(reading, pattern)) ||
        (pattern.size >= MIN_SPACED_LETTERS && joined?.some((reading) => holds(reading, pattern))),
    ),
  );
}

/** Signs that never stand between two words without a space: চাটু*কার. A full stop or a hyphen may. */
const INSIDE_A_WORD = /(?<=[\p{L}\p{M}])[*_|·•~^+=]{1,2}(?=[\p{L}\p{M}])/gu;

/** A listed word, prepared for matching. */
interface WordPattern {
  text: string;
  parts: string[];
  /** In graphemes. */
  size: number;
  /** All letters but the last, which an ending may change, separated by spaces. */
  spacedStart: string;
}

/** Cached, since the same lists are matched against every text and preparing a word costs more than matching it. */
const patternCache = new Map<string, readonly WordPattern[]>();
const MAX_CACHED_PATTERNS = 20_000;

function patternsOf(word: string): readonly WordPattern[] {
  const known = patternCache.get(word);
  if (known) return known;
  const plain = removeDisguise(word).trim();
  const patterns = [...new Set([plain, foldLeetspeak(plain, 'i')])]
    .map((text) => {
      const letters = graphemes(text);
      const spacedStart = ` ${letters.slice(0, -1).join(' ')}`;
      return { text, parts: partsOf(text), size: letters.length, spacedStart };
    })
    .filter(({ parts }) => parts.length > 0);
  if (patternCache.size >= MAX_CACHED_PATTERNS) patternCache.clear();
  patternCache.set(word, patterns);
  return patterns;
}

interface TextIndex {
  /** Each word, with and without each ending that might be an inflection. */
  words: ReadonlySet<string>;
  /** The words in order with one space between and around, for phrases. */
  line: string;
  /** Single letters in order. A line break stands for a longer gap and for the end of a longer word. */
  spaced: string;
}

function holds({ words, line, spaced }: TextIndex, { text, parts, size, spacedStart }: WordPattern): boolean {
  if (parts.length > 1) {
    const phrase = ` ${parts.join(' ')}`;
    return line.includes(phrase) && ['', ...INFLECTIONS].some((end) => line.includes(`${phrase}${end} `));
  }
  if (words.has(text)) return true;
  if (!spaced.includes(spacedStart)) return false;

  return ['', ...INFLECTIONS].some((inflection) => {
    const letters = graphemes(text + inflection);
    if (letters.length < MIN_SPACED_LETTERS) return false;
    if (spaced.includes(` ${letters.join(' ')} `)) return true;
    // The ending may be attached to the last letter: দা লা লকে.
    const start = letters.slice(0, size - 1);
    return (
      size >= MIN_SPACED_LETTERS &&
      spaced.includes(` ${start.join(' ')} ${letters.slice(size - 1).join('')}\n`)
    );
  });
}

function indexText(text: string): TextIndex {
  const words = new Set<string>();
  const spaced: string[] = [' '];
  let line = ' ';
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    // The visarga is often typed for a colon: ঘুষঃ ৫০০ টাকা.
    for (const form of word.endsWith('ঃ') ? [word, word.slice(0, -1)] : [word]) {
      words.add(form);
      for (const inflection of INFLECTIONS) {
        if (form.endsWith(inflection)) words.add(form.slice(0, -inflection.length));
      }
    }
    line += `${word} `;

    if (index - end > MAX_GAP && Array.from(text.slice(end, index).slice(0, 20)).length > MAX_GAP)
      spaced.push('\n ');
    const isLetter = word.length === 1 || (word.length <= 12 && countGraphemes(word) === 1);
    spaced.push(isLetter ? `${word} ` : `${word.length <= 12 ? word : ''}\n `);
    end = index + word.length;
  }
  const letters = spaced.join('');
  // Too few in a row to be a word.
  return { words, line, spaced: SPACED_WORD.test(letters) ? letters : '' };
}

const SPACED_WORD = new RegExp(`(?:\\S+ ){${MIN_SPACED_LETTERS - 1}}\\S`);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function partsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}
