import { seedWords } from '../seed-words';
import type { WordCounts } from './word-counts';

/** Only the words that tell most decide: a long innocent text cannot drown an advertisement's one line. */
const TELLING = 12;
const MOST = 6;
/** A word that no comment has counts as met so often. */
const UNMET = 0.4;

/**
 * How much the listed words speak for spam, 0 to 6. The list is fixed: no decision takes anything from it. It speaks of
 * texts with a hook only: who is angry about casinos asks nobody to write to them.
 */
export function listedOdds(words: readonly string[], hasHook: boolean): number {
  if (!hasHook) return 0;
  const odds = words
    .map((word) => seedWords.get(word) ?? 0)
    .filter((weight) => weight > 0)
    .map((weight) => Math.log((weight + UNMET) / UNMET));
  return rounded(Math.min(MOST, sumOfTelling(odds)));
}

/** Lessons of the smaller kind at which half of what was learnt is believed: a morning of one kind teaches nothing. */
const BELIEVED_FROM = 10;
/** Lessons at which a word is half believed. Once is by chance. */
const FIRM_FROM = 3;
/** As if each kind had so many comments more, with the words that both kinds have. */
const SMOOTHING = 10;

/** What decisions of one day have taught waits for those of another; from then on so many points for each day more. */
const STRICTER_A_DAY = 1;
const MOST_STRICT = 3;
const MILDER_A_DAY = 0.5;
const MOST_MILD = 1.5;

/**
 * How much moderators' decisions speak for spam in these words, −1.5 to 3. The kinds weigh the same however many lessons each
 * has, and how far the score may move grows with the days on which the kind was taught.
 */
export function learntOdds(words: readonly string[], { comments, days, words: counts }: WordCounts): number {
  const { spam: spamComments, ham: hamComments } = comments;
  const fewer = Math.min(spamComments, hamComments);
  if (fewer === 0) return 0;
  const odds = words.flatMap((word) => {
    const { spam = 0, ham = 0 } = counts.get(word) ?? {};
    const met = spam + ham;
    if (met < 2) return [];
    const usual = (spam / spamComments + ham / hamComments) / 2;
    const ofSpam = (spam + SMOOTHING * usual) / (spamComments + SMOOTHING);
    const ofHam = (ham + SMOOTHING * usual) / (hamComments + SMOOTHING);
    return [Math.log(ofSpam / ofHam) * (met / (met + FIRM_FROM))];
  });
  const total = sumOfTelling(odds) * (fewer / (fewer + BELIEVED_FROM));
  const { stricter, milder } = learntBounds(days);
  return rounded(Math.max(-milder, Math.min(stricter, total)));
}

/** How many points what was learnt may add to a score and take from it. */
export function learntBounds(days: WordCounts['days']): { stricter: number; milder: number } {
  return {
    stricter: Math.min(MOST_STRICT, STRICTER_A_DAY * Math.max(0, days.spam - 1)),
    milder: Math.min(MOST_MILD, MILDER_A_DAY * Math.max(0, days.ham - 1)),
  };
}

function sumOfTelling(odds: number[]): number {
  return odds
    .sort((a, b) => Math.abs(b) - Math.abs(a))
    .slice(0, TELLING)
    .reduce((total, one) => total + one, 0);
}

const rounded = (points: number) => Math.round(points * 10) / 10 + 0;
