import * as library from '@codesigntheory/bnbijoy2unicode';
import { normalise } from '../normalise.ts';

type Convert = (text: string) => string;
/** The package is CommonJS: a bundler exposes its function as `default`, Node as `default.default`. */
const exported = library.default as unknown as Convert & { default?: Convert };
const convert = exported.default ?? exported;

/** Converts Bijoy text (ASCII for the SutonnyMJ fonts) to normalised Unicode. Text that is Unicode already is left alone. */
export function fromBijoy(text: string): string {
  // The package collapses blank lines, and repeats the whole text at a doubled backslash: line by line, without backslashes.
  const converted = text.replace(/[^\\\r\n]+/g, (line) => convert(withReorderedSigns(line)));
  return normalise(converted);
}

function withReorderedSigns(line: string): string {
  return (
    line
      // A reph is typed before or after the signs of its consonant (কর্তৃক, দৈর্ঘ্য) and belongs before them.
      .replace(/([¨ª¡¥]?[vxyz~Š…„ƒ‚]?)©/g, '©$1')
      // What the package reads as the wrong conjunct: ্ল, the ক্ষ্ম of লক্ষ্মী (but তীক্ষ্ণ), the ন্ম of জন্ম and উন্মুক্ত.
      .replaceAll('ø', '\u00AC')
      .replace(/(?<!x)²/g, '\u00B6\u00A5')
      .replace(/(R|D(?=¤§[yz]))¤§/g, '$1b¥')
      // ‡…Š is one ৌ around its consonant; the package hangs the second half on the next one.
      .replaceAll('Š', '\u09D7')
      // i¨ is র with a য-ফলা (র‍্যাব); the reph of সূর্য is typed h©.
      .replace(/(?<![w†‡ˆ‰])i¨/g, 'i\u200D¨')
  );
}

/** What Latin letters have between and beside them in Bijoy's words, and hardly in those of other languages. */
const BIJOY_SIGN = new RegExp(
  [
    '[A-Za-zÀ-ÿ`~][¨©ª®¯°±³¶¼½¤¥§«¬ÖŠƒ^`~„†‡ˆ‰×]',
    '[‡†ˆ¯¶][A-Za-z`‹÷]',
    '[A-Za-z][…™‹¢¾¿÷][A-Za-z¢]',
    '[a-z]_[A-Z©]',
    // A sign within a word, or two of them side by side.
    '[A-Za-zÀ-ÿ][¨ª®¯°±²³´µ¶¸¹¼½¾¿¡¢£¤¥¦§«¬×÷†‡ˆ‰‹›‚„”˜™¨][A-Za-z`]',
    '[¨©ª¯±²³´µ¶¸¹¼½¾¡¢£¤¥¦§¬…][¨ª¯±²³´µ¶¸¹¼½¾¿¡¢£¤¥¦§¬©×÷ªúùœ^]',
    '^[¸¯¦¶]\\w',
    '[×÷].*[A-Za-zÀ-ÿ]|[À-ÿ]×',
    // A capital with an accent behind a small letter, or before the small letter of another word's beginning.
    '[a-z][À-ÖØ-ÞŸ]|^[A-Z][À-ÖØ-Þ][a-z]',
    // Letters that stand beside others in no language that has both.
    'ÿ|w[ðíãôßéêëïñ÷øúûü]|š[Í¿’‘—^]|iæ[A-Zb-df-hj-np-tv-z]|[bcdfghjkmpqtvwxzA-Z]ß|øx|[›˜]`',
    '[b-df-hj-np-tv-zA-Z]œ(?:$|[bcdfghjkmnpqvwxzA-Z‡†])',
  ].join('|'),
);

/** Letters that hardly a language written in Latin letters, nor a name in one, puts beside each other there. */
const UNSPEAKABLE = new RegExp(
  [
    // Three consonants to begin with, but for those of English, German and the Slavs; two that nobody can say.
    '^(?!s[chkmpqtlvz]|[tdpkbgcfvzs][hszc][rlwmnv]|mrs|mst|hrv|krz|prz|trz|chl)[b-df-hj-np-tv-xz]{3}(?=[a-z]*[aeiou])',
    '^(?:[bfhjklnrt]m|[bcdfghjkprtvw]b|[bcdfghjklprtvw]c|[bcfghjklprtvw]d|[bcdghjklmnprtvw]f|[bcdfhjklprtvw]g|[bcdfghjklmprtvw]k|[bcdfghjlmrtw]p|[bdfghjkmrvw]t|[hjlmnr]l|[jlnrw]n|[fhjlmnrw]v|[fhjlmnrw]z|[cfjpqvx]w|w[jls])[a-z]*[aeiou]',
    // য় at the end or before another sign, ী behind a consonant.
    '[b-df-hj-np-tvwxz]q(?!u)',
    '[a-z][b-df-hjkmpqtvwz]x',
    // দ to begin a word, থ at its end.
    '^`[a-z][^`]*$',
    '[a-z]_[vxy]?$',
  ].join('|'),
  'i',
);

/** What a newsroom writes every day in Latin letters that do not look it: names, degrees, units. */
const KNOWN = new Set(
  (
    'bKash ChatGPT DeepSeek iOS LinkedIn McDonald OpenAI SpaceX WhatsApp xAI JavaScript NaCl eSIM mRNA tRNA pH ' +
    'kWh MWh mAh kHz MHz GHz BSc MSc PhD MPhil LLB Aviv Lviv Dev Lev'
  ).split(' '),
);
const OUTER_SIGNS = /^[^A-Za-z]+|[^A-Za-z]+$/g;
/** Names as Tel Aviv, Kyiv, Rajiv, Yadav, Chekhov. Bijoy has such an end too (করা is Kiv), hardly behind two letters and no other v. */
const NAME_IN_V = /^[A-Z]+v$|^[A-Z][a-z]+[oe]v$|^[A-Z][a-uw-z]+[aeiou]v$/;
/** HTML that was pasted as text: names of elements are consonants mostly, and no words of anybody. */
const TAG = /<[/!?]?[a-z][^<>]{0,500}>/gi;
/** Signs of programs and forms, with which no word is written. */
const CODE = /^(?:https?:|www\.)|@\w|[<>={}]/;

/** Longer ones are addresses and noise. */
const LONGEST_WORD = 60;

/**
 * Whether a text is most likely Bijoy: hardly a Bengali letter in it, and every third word or more spelled as no
 * language written in Latin letters does. For pasted paragraphs; a single short word may not tell.
 */
export function looksLikeBijoy(text: string): boolean {
  const sample = text.slice(0, 20_000);
  const bengali = sample.match(/[\u0980-\u09FF]/g)?.length ?? 0;
  const words = sample
    .replace(TAG, ' ')
    .split(/\s+/)
    .filter((word) => word.length <= LONGEST_WORD && /[A-Za-zÀ-ÿ]/.test(word));
  if (words.length === 0 || bengali * 10 > sample.length) return false;

  return words.filter(isBijoyWord).length * 3 >= words.length;
}

function isBijoyWord(word: string): boolean {
  if (CODE.test(word)) return false;
  const bare = word.replace(OUTER_SIGNS, '');
  if (KNOWN.has(bare)) return false;
  return (
    BIJOY_SIGN.test(word) ||
    // v is া: in Latin spelling a vowel follows it, here the next consonant or the word's end.
    /[A-Za-zÀ-ÿ]v(?:[b-df-hj-npqstwxzA-ZÀ-ÿ]|$)/.test(NAME_IN_V.test(bare) ? '' : word) ||
    (/[a-z][A-Z]/.test(word) && !/[aeiou][a-z]*[A-Z][a-z]*[aeou]/.test(word)) ||
    /^[b-df-hj-np-tv-xz]{5,}$/i.test(word) ||
    (!/^[A-Z]+$/.test(word) && UNSPEAKABLE.test(word))
  );
}
