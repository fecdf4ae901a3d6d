const letters = new Intl.Segmenter('bn', { granularity: 'grapheme' });
const words = new Intl.Segmenter('bn', { granularity: 'word' });
const sentenceBreaks = new Intl.Segmenter('bn', { granularity: 'sentence' });

/** The letters of a text as a reader counts them: ক্ষ, ন্ত্রী and র‍্যা are one each. */
export function graphemes(text: string): string[] {
  return Array.from(letters.segment(text), (piece) => piece.segment);
}

/** How many letters a reader counts. */
export function countGraphemes(text: string): number {
  let count = 0;
  for (const _ of letters.segment(text)) count++;
  return count;
}

/** At most `max` letters, `ending` included if the text was cut. A letter is never split. */
export function truncateGraphemes(text: string, max: number, ending = ''): string {
  const room = Math.max(0, Math.floor(max));
  const roomWithEnding = Math.max(0, room - countGraphemes(ending));
  let count = 0;
  let cutAt = 0;
  for (const { index } of letters.segment(text)) {
    if (count <= roomWithEnding) cutAt = index;
    // Only with one letter more than fits is it known that the text must be cut.
    if (count === room) return text.slice(0, cutAt) + (roomWithEnding < room && room > 0 ? ending : '');
    count++;
  }
  return text;
}

/** At most `max` UTF-16 units, `ending` included if the text was cut. A letter is never split. */
export function truncateUnits(text: string, max: number, ending = ''): string {
  if (text.length <= max) return text;
  let cutAt = 0;
  for (const { index, segment } of letters.segment(text)) {
    if (index + segment.length > max - ending.length) break;
    cutAt = index + segment.length;
  }
  return text.slice(0, cutAt) + ending;
}

/** Words by Unicode's word boundaries, without punctuation and spaces. */
export function wordCount(text: string): number {
  let count = 0;
  for (const { isWordLike } of words.segment(text)) if (isWordLike) count++;
  return count;
}

/** Abbreviations whose full stop ends no sentence; nor does that of a single letter (এ. কে.). */
const ABBREVIATION =
  /(?:^|[\s(“‘"'])(?:ড|ডা|মো|মোঃ|মোছা|মোসা|মিসেস|প্রফে|অধ্যা|ইঞ্জি|লে|কর্নে|জে|[\p{L}][\u09BE-\u09CC]?)\.$/u;

/** The sentences of a text, trimmed. Abbreviations such as ড. and মো. do not end one. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let open = '';
  for (const { segment } of sentenceBreaks.segment(text)) {
    open += segment;
    // Only the end of the segment can be an abbreviation; the bound keeps this linear.
    if (/[^\n]$/.test(segment) && ABBREVIATION.test(segment.slice(-20).trimEnd())) continue;
    if (open.trim() !== '') found.push(open.trim());
    open = '';
  }
  if (open.trim() !== '') found.push(open.trim());
  return found;
}
