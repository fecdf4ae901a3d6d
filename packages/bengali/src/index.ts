export { fromBijoy, looksLikeBijoy } from './bijoy';
export { compare } from './compare';
export {
  type BanglaDate,
  type BanglaRule,
  type CivilDate,
  clock,
  DateOutOfRange,
  dhakaDay,
  fromBanglaDate,
  isDhakaDay,
  longDate,
  masthead,
  publishedAt,
  relativeTime,
  shortDate,
  startOfDhakaDay,
  toBanglaDate,
} from './dates';
export { fromBengaliDigits, toBengaliDigits } from './digits';
export { findWords } from './find-words';
export { foldSpelling } from './fold-spelling';
export { countGraphemes, graphemes, sentences, truncateGraphemes, wordCount } from './graphemes';
export { normalise } from './normalise';
export { group, NotThatNumber, ordinal, plainNumber } from './numbers';
export { latinSlug, slugify } from './slugify';
export { stem, stems, verbRoot } from './stem';
export { toLatin } from './transliterate';
