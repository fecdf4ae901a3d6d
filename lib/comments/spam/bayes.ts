import type { WordCounts } from './learn';
import { seedWords } from './seed-words';

/** Only the words that tell most decide: a long innocent text cannot drown an advertisement's one line. */
const TELLING = 12;
/** Comments that the starting words stand for. */
const STARTING_COMMENTS = 12;
const MOST = 6;
const LEAST = -4;

/**
 * How much the words speak for spam, from −4 to +6, 0 for nothing known. The counts are moderators' own decisions, on top
 * of a short list to begin with, whose share shrinks with each decision. The list speaks of texts with a hook only: who is
 * angry about casinos asks nobody to write to them.
 */
export function spamOdds(
  words: readonly string[],
  { comments, words: counts }: WordCounts,
  hasHook: boolean,
): number {
  const spamComments = comments.spam + STARTING_COMMENTS;
  const hamComments = comments.ham + STARTING_COMMENTS;
  const odds = words
    .map((word) => {
      const { spam = 0, ham = 0 } = counts.get(word) ?? {};
      const start = hasHook ? (seedWords.get(word) ?? 0) : 0;
      if (spam + ham + start === 0) return 0;
      const ofSpam = (spam + start + 0.4) / (spamComments + 0.8);
      const ofHam = (ham + 0.4) / (hamComments + 0.8);
      return Math.log(ofSpam / ofHam);
    })
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .slice(0, TELLING);
  const total = odds.reduce((total, one) => total + one, 0);
  return Math.round(Math.max(LEAST, Math.min(MOST, total)) * 10) / 10;
}
