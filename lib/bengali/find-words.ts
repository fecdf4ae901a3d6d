import { countGraphemes, graphemes } from './graphemes';
import { normalise } from './normalise';

/** One of these may follow a listed word; no other ending, so that বাজে is not found in বাজেট. */
const INFLECTIONS = 'র ের এর কে রা েরা দের দেরকে টা টি টার টির টাকে টিকে গুলো গুলোর গুলি ই ও'.split(' ');

const LOOK_ALIKES: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
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
export function findWords(text: string, words: readonly string[]): string[] {
  const plain = undisguised(text);
  const latin = withLatinLookAlikes(undisguised(withLatinTwins(text)));
  const drawls = [plain, latin].flatMap((read) => [drawnIn(read, '$1'), drawnIn(read, '$1$1')]);
  const readings = [...new Set([plain, latin, ...drawls])].map(readingOf);
  return [...new Set(words)].filter((word) =>
    wantedOf(word).some((wanted) => readings.some((reading) => holds(reading, wanted))),
  );
}

/** A listed word as texts are looked through for it. */
interface Wanted {
  text: string;
  parts: string[];
  /** All but its last letter, which an ending may change, each with a blank around. */
  spacedStart: string;
}

/** The lists are few and asked for with each comment, and reading a word is dearer than finding it. */
const wantedWords = new Map<string, readonly Wanted[]>();
const MOST_KEPT = 20_000;

function wantedOf(word: string): readonly Wanted[] {
  const known = wantedWords.get(word);
  if (known) return known;
  const plain = undisguised(word).trim();
  const wanted = [...new Set([plain, withLatinLookAlikes(plain)])]
    .map((text) => ({
      text,
      parts: partsOf(text),
      spacedStart: ` ${graphemes(text).slice(0, -1).join(' ')}`,
    }))
    .filter(({ parts }) => parts.length > 0);
  if (wantedWords.size >= MOST_KEPT) wantedWords.clear();
  wantedWords.set(word, wanted);
  return wanted;
}

interface Reading {
  /** Each word, with and without each ending that might be an inflection. */
  words: ReadonlySet<string>;
  /** The words in order with one space between and around, for phrases. */
  line: string;
  /** Letters that stand alone, in order; a longer gap or word is a line break. */
  spaced: string;
}

function holds({ words, line, spaced }: Reading, { text, parts, spacedStart }: Wanted): boolean {
  if (parts.length > 1) {
    const phrase = ` ${parts.join(' ')}`;
    return line.includes(phrase) && ['', ...INFLECTIONS].some((end) => line.includes(`${phrase}${end} `));
  }
  if (words.has(text)) return true;
  if (!spaced.includes(spacedStart)) return false;

  return ['', ...INFLECTIONS].some((inflection) => {
    const letters = graphemes(text + inflection);
    return letters.length >= MIN_SPACED_LETTERS && spaced.includes(` ${letters.join(' ')} `);
  });
}

function readingOf(text: string): Reading {
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
    spaced.push(word.length === 1 || (word.length <= 12 && countGraphemes(word) === 1) ? `${word} ` : '\n ');
    end = index + word.length;
  }
  const letters = spaced.join('');
  // Too few in a row to be a word: nothing to look through.
  return { words, line, spaced: SPACED_WORD.test(letters) ? letters : '' };
}

const SPACED_WORD = new RegExp(`(?:\\S+ ){${MIN_SPACED_LETTERS}}`);
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
function undisguised(text: string): string {
  const bare = normalise(text)
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034F/gu, '')
    .replace(BLANKS, '');
  return normalise(/[^ -~\u0980-\u09FF\u0964]/.test(bare) ? withoutForeignMarks(bare) : bare)
    .replace(/[\u200C\u200D]/g, '')
    .toLowerCase()
    .replaceAll('ৰ', 'র');
}

function withoutForeignMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Script=Inherited}/gu, '')
    .normalize('NFC');
}

/** Three and more of one letter are a drawl: idiooot, চোরররর. `as`: one is meant, or two. */
function drawnIn(text: string, as: '$1' | '$1$1'): string {
  return text.replace(/([\p{L}\p{M}])\1{2,}/gu, as);
}

/** Letters of other alphabets that are drawn like Latin ones, each before its twin. */
const TWINS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'аa еe оo рp сc уy хx іi ѕs јj ԁd ԛq ԝw һh кk мm тt вb нh ' +
    'АA ВB ЕE ЗE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ' +
    'οo αa ιi ρp νv υu τt κk χx εe γy ' +
    'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ' +
    'ɑa ɡg ıi ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz օo'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** Letters drawn like Latin ones as Latin ones. Before all is made small: Н is drawn like H, its small letter like no Latin one. */
export function withLatinTwins(text: string): string {
  return text.replace(/[^\0-\u0250\u0900-\u09FF]/g, (letter) => TWINS[letter] ?? letter).replaceAll('ı', 'i');
}

/** Bengali ০ stands for o as well as 0 does, and ! between two letters for i. */
function withLatinLookAlikes(text: string): string {
  return text
    .replace(/(?<=[a-z])!(?=[a-z])/g, 'i')
    .replace(/[\p{L}\p{M}\p{N}@$]+/gu, (word) =>
      /[a-z]/.test(word) ? word.replace(/[01345@$০]/g, (sign) => LOOK_ALIKES[sign] ?? sign) : word,
    );
}
