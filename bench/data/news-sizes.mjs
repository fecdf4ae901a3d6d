/** What the newsroom of the benches is made of. Times in ms. */
export const SECTIONS = [
  ['national', 'জাতীয়'],
  ['politics', 'রাজনীতি'],
  ['international', 'আন্তর্জাতিক'],
  ['economy', 'অর্থনীতি'],
  ['sports', 'খেলা'],
  ['entertainment', 'বিনোদন'],
  ['technology', 'প্রযুক্তি'],
  ['opinion', 'মতামত'],
];
export const TOPICS = 400;
export const BYLINES = 60;
export const MEMBERS = 30;
export const DISTRICTS = 64;
/** So many comments of each who writes any. */
export const OF_COMMENTER = 25;
/** Half of the last so many comments are held. */
export const WAITING = 400;
/** Every so many stories have a picture of their own. */
export const PICTURED = 5;
/** Of so many stories, the newest, most comments are; and one in so many is talked about by hundreds. */
export const TALKED_OF = 4320;
export const TALKED_OFTEN = 200;
export const LAST = Date.UTC(2026, 10, 24, 12);
export const A_MINUTE = 60_000;
export const AN_HOUR = 3_600_000;
export const AT_ONCE = 10_000;
/** What the search holds in memory before it writes a piece: large pieces need little merging. */
export const SEARCH_IN_MEMORY = 48 * 1024 * 1024;

export function commentersOf(comments) {
  return Math.ceil(comments / OF_COMMENTER);
}
