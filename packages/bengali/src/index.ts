export {
  type BanglaDate,
  type BanglaRule,
  banglaMonths,
  fromBanglaDate,
  toBanglaDate,
} from './bangla-calendar.ts';
export { type CivilDate, DateOutOfRange, gregorianMonths } from './civil-date.ts';
export { compareBengali } from './collation.ts';
export {
  clockTime,
  dateAndTime,
  dhakaDay,
  isDhakaDay,
  listTime,
  longDate,
  mastheadDate,
  publicationTime,
  relativeTime,
  shortDate,
  startOfDhakaDay,
} from './dates.ts';
export { fromBengaliDigits, toBengaliDigits } from './digits.ts';
export { formatBengaliDuration, formatDuration, isoDuration, parseDuration } from './durations.ts';
export {
  countGraphemes,
  graphemes,
  sentences,
  truncateGraphemes,
  truncateUnits,
  wordCount,
} from './graphemes.ts';
export { type GrammaticalCase, grammaticalCases } from './inflection/grammatical-case.ts';
export { inflect, type PluralKind } from './inflection/inflect.ts';
export { fromBijoy, looksLikeBijoy } from './latin/bijoy.ts';
export { markLatinPhrases, splitLatinPhrases } from './latin/latin-phrases.ts';
export { latinSlug, slugify } from './latin/slugify.ts';
export { toLatin } from './latin/transliterate.ts';
export { normalise } from './normalise.ts';
export { formatNumber, InvalidNumber, numberInWords, ordinal } from './numbers.ts';
export { foldSpelling } from './search/fold-spelling.ts';
export { stem, stems, verbRoot } from './search/stem.ts';
export { aroundChanges, type DiffPiece, wordDiff } from './word-diff.ts';
export { findListedWords } from './word-filter/find-listed-words.ts';
export { foldName } from './word-filter/fold-name.ts';
export { type MarkedText, markListedWords } from './word-filter/mark-listed-words.ts';
