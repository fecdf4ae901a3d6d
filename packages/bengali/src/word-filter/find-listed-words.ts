import { countGraphemes, graphemes } from '../graphemes.ts';
import { normalise } from '../normalise.ts';

/** One of these may follow a listed word; no other ending, so that বাজে is not found in বাজেট. */
const INFLECTIONS = 'র ের এর কে রা েরা দের দেরকে টা টি টার টির টাকে টিকে গুলো গুলোর গুলি ই ও'.split(' ');

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '০': 'o',
};

/** A gap of more than two characters parts words, not letters. */
const MAX_GAP = 2;
const MIN_SPACED_LETTERS = 3;

/**
 * Which of the listed words a text holds, as listed, each once: whole or with one inflection, however disguised by
 * invisible characters, look-alikes, capitals, drawled or l e t t e r s set apart. A word is found between characters that
 * are no letter, mark or digit; never as the beginning of another word.
 */
export function findListedWords(text: string, words: readonly string[]): string[] {
  const plain = removeDisguise(text);
  const latin = removeDisguise(foldHomoglyphs(text));
  const whole = [plain, foldLeetspeak(latin, 'i'), foldLeetspeak(latin, 'l')];
  const drawls = [...new Set(whole)].flatMap((read) => [drawnIn(read, '$1'), drawnIn(read, '$1$1')]);
  const readings = [...new Set([...whole, ...drawls])];
  const inParts = new Set(readings.map((read) => read.replace(INSIDE_A_WORD, '')));
  const [apart, joined] = [readings, [...inParts].filter((read) => !readings.includes(read))].map((some) =>
    some.map(indexText),
  );
  return [...new Set(words)].filter((word) =>
    patternsOf(word).some(
      (wanted) =>
        apart?.some((reading) => holds(reading, wanted)) ||
        (wanted.size >= MIN_SPACED_LETTERS && joined?.some((reading) => holds(reading, wanted))),
    ),
  );
}

/** Signs that nobody sets between two words without a blank: চাটু*কার. A full stop or a hyphen may part two. */
const INSIDE_A_WORD = /(?<=[\p{L}\p{M}])[*_|·•~^+=]{1,2}(?=[\p{L}\p{M}])/gu;

/** A listed word as texts are looked through for it. */
interface WordPattern {
  text: string;
  parts: string[];
  /** Letters, as a reader counts them. */
  size: number;
  /** All but its last letter, which an ending may change, each with a blank around. */
  spacedStart: string;
}

/** The lists are few and asked for with each comment, and reading a word is dearer than finding it. */
const wantedWords = new Map<string, readonly WordPattern[]>();
const MOST_KEPT = 20_000;

function patternsOf(word: string): readonly WordPattern[] {
  const known = wantedWords.get(word);
  if (known) return known;
  const plain = removeDisguise(word).trim();
  const wanted = [...new Set([plain, foldLeetspeak(plain, 'i')])]
    .map((text) => {
      const letters = graphemes(text);
      const spacedStart = ` ${letters.slice(0, -1).join(' ')}`;
      return { text, parts: partsOf(text), size: letters.length, spacedStart };
    })
    .filter(({ parts }) => parts.length > 0);
  if (wantedWords.size >= MOST_KEPT) wantedWords.clear();
  wantedWords.set(word, wanted);
  return wanted;
}

interface TextIndex {
  /** Each word, with and without each ending that might be an inflection. */
  words: ReadonlySet<string>;
  /** The words in order with one space between and around, for phrases. */
  line: string;
  /** Letters that stand alone, in order. A longer gap is a line break, and so is the end of a longer word. */
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
    // The ending may stand with the last letter: দা লা লকে.
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
    // Many type the visarga for the colon: ঘুষঃ ৫০০ টাকা.
    for (const said of word.endsWith('ঃ') ? [word, word.slice(0, -1)] : [word]) {
      words.add(said);
      for (const inflection of INFLECTIONS) {
        if (said.endsWith(inflection)) words.add(said.slice(0, -inflection.length));
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
  // Too few in a row to be a word: nothing to look through.
  return { words, line, spaced: SPACED_WORD.test(letters) ? letters : '' };
}

const SPACED_WORD = new RegExp(`(?:\\S+ ){${MIN_SPACED_LETTERS - 1}}\\S`);
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function partsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** Letters that are drawn as nothing at all. */
const BLANKS = /[\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/g;

/**
 * NFKC for full-width letters, Assamese ৰ for র, and nothing that cannot be seen. What may be set on a letter of any
 * script (accents, strokes through it) says nothing in Bengali and little in Latin: it goes.
 */
function removeDisguise(text: string): string {
  const bare = normalise(text.replace(FAMILIES, '•'))
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034F/gu, '')
    .replace(BLANKS, '');
  return normalise(/[^ -~\u0980-\u09FF\u0964]/.test(bare) ? withoutForeignMarks(bare) : bare)
    .replace(/[\u200C\u200D]/g, '')
    .toLowerCase()
    .replaceAll('ৰ', 'র')
    .replace(IDLE_SIGNS, (sign) => (sign === 'ত্' ? 'ৎ' : ''));
}

/** Several figures that are drawn as one are one sign between letters. */
const FAMILIES =
  /\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?(?:\u200D\p{Extended_Pictographic}[\uFE0F\u{1F3FB}-\u{1F3FF}]?)+/gu;

/** A nukta that makes no other letter, and a hasanta that joins nothing: ত্ is then ৎ. */
const IDLE_SIGNS = /(?<![ডঢয])\u09BC|(?<=[\u09BE-\u09CC])\u09CD|ত?\u09CD(?![\u0980-\u09FF])/g;

function withoutForeignMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC');
}

/** Three and more of one letter are a drawl: idiooot, চোরররর. `as`: one is meant, or two. */
function drawnIn(text: string, as: '$1' | '$1$1'): string {
  return text.replace(DRAWLED_VOWEL, '').replace(/([\p{L}\p{M}])\1{2,}/gu, as);
}

/** Bengali drawls a vowel by its letter behind its sign: চোওওওর. */
const DRAWLED_VOWEL = new RegExp(
  ['াআ', 'িইঈ', 'ীইঈ', 'ুউঊ', 'ূউঊ', 'েএ', 'ৈঐই', 'োও', 'ৌঔউ', '[ক-হ]অ']
    .map((pair) => `(?<=${pair.replace(/^(\[.*\]|.)(.*)$/u, '$1)[$2')}]{2,}`)
    .join('|'),
  'gu',
);

/** Letters of other alphabets that are drawn like Latin ones, each before its twin. */
const TWINS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa еe оo рp сc уy хx іi ѕs јj ԁd ԛq ԝw һh кk мm тt вb нh ' +
    'АA ВB ЕE ЗE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ' +
    'οo αa ιi ρp νv υu τt κk χx εe γy ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
    'ɑa ɡg ıi ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz օo øo łl đd ħh ŧt ØO ŁL ĐD ĦH ŦT'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Where alphabets in boxes and rings begin that NFKC leaves as they are. */
const BOXED = [0x1f150, 0x1f170];
/** A letter of flags by itself. Two side by side are a flag. */
const LETTER_OF_FLAGS = /(?<!\p{RI})\p{RI}(?!\p{RI})/gu;

/** Letters drawn like Latin ones as Latin ones. Before all is made small: Н is drawn like H, its small letter like no Latin one. */
export function foldHomoglyphs(text: string): string {
  return text
    .replace(/[^\0-\x7F\u0900-\u09FF]/gu, (letter) => TWINS[letter] ?? boxedIn(letter) ?? letter)
    .replace(LETTER_OF_FLAGS, (letter) => latinAt(codeOf(letter) - 0x1f1e6));
}

function boxedIn(letter: string): string | undefined {
  const place = BOXED.map((first) => codeOf(letter) - first).find((at) => at >= 0 && at < 26);
  return place === undefined ? undefined : latinAt(place);
}

const codeOf = (letter: string) => letter.codePointAt(0) ?? 0;
const latinAt = (place: number) => String.fromCharCode(0x61 + place);

/** Bengali ০ stands for o as well as 0 does, ! between two letters for i, | and 1 for i or for l. */
function foldLeetspeak(text: string, upright: 'i' | 'l'): string {
  return text
    .replace(/(?<=[a-z])!(?=[a-z])/g, 'i')
    .replace(/(?<=[a-z])\|(?=[a-z])/g, upright)
    .replace(/[\p{L}\p{M}\p{N}@$]+/gu, (word) =>
      /[a-z]/.test(word)
        ? word.replace(/[01345@$০]/g, (sign) => (sign === '1' ? upright : (LOOK_ALIKES[sign] ?? sign)))
        : word,
    );
}
