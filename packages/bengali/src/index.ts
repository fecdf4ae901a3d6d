export { compareBengali as compare } from './collation.ts';
export {
  type BanglaDate,
  type BanglaRule,
  type CivilDate,
  clockTime as clock,
  DateOutOfRange,
  dhakaDay,
  fromBanglaDate,
  isDhakaDay,
  longDate,
  mastheadDate as masthead,
  publicationTime as publishedAt,
  relativeTime,
  shortDate,
  startOfDhakaDay,
  toBanglaDate,
} from './dates.ts';
export { fromBengaliDigits, toBengaliDigits } from './digits.ts';
export { countGraphemes, graphemes, sentences, truncateGraphemes, wordCount } from './graphemes.ts';
export { fromBijoy, looksLikeBijoy } from './latin/bijoy.ts';
export { latinSlug, slugify } from './latin/slugify.ts';
export { toLatin } from './latin/transliterate.ts';
export { normalise } from './normalise.ts';
export {
  formatNumber as group,
  InvalidNumber as NotThatNumber,
  numberInWords as plainNumber,
  ordinal,
} from './numbers.ts';
export { foldSpelling } from './search/fold-spelling.ts';
export { stem, stems, verbRoot } from './search/stem.ts';
export { findListedWords as findWords } from './word-filter/find-listed-words.ts';
