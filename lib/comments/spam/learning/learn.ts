import { and, asc, count, eq, inArray, lte, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { spamLessons, spamWords } from '@/db/schema';
import { tokensOf } from '../tokens';
import { mayCount } from './lesson-limits';
import { ALL, type SpamLesson, type SpamVerdict } from './spam-lesson';

/** A year of a busy newsroom; then words that were met once make room. */
const VOCABULARY = 20_000;
/** Lessons of one kind that count; the oldest makes room for the newest. */
const WINDOW = 1_000;

interface LearnedComment {
  id: number;
  name: string;
  website: string;
  body: string;
}

const DHAKA_MS = 6 * 3_600_000;
export const lessonDay = (at: Date): number => Math.floor((at.getTime() + DHAKA_MS) / 86_400_000);

/** What a moderator has decided, for the filter to know next time. Inside the decision's transaction. */
export function learnFrom(t: Tx, comment: LearnedComment, { verdict, staffId, at }: SpamLesson): void {
  const day = lessonDay(at);
  const isCounted = mayCount(t, { verdict, staffId, day });
  const words = isCounted ? tokensOf(comment) : [];
  const lesson = { verdict, staffId, day, isCounted, words, at };
  t.insert(spamLessons)
    .values({ commentId: comment.id, ...lesson })
    .onConflictDoUpdate({ target: spamLessons.commentId, set: lesson })
    .run();
  if (!isCounted) return;
  countIn(t, words, verdict);
  forgetOldest(t, verdict);
  forgetRareWords(t);
}

/** A decision that was taken back was never learnt. */
export function unlearn(t: Tx, comment: LearnedComment, verdict: SpamVerdict): void {
  const lesson = t.select().from(spamLessons).where(eq(spamLessons.commentId, comment.id)).get();
  if (lesson) {
    if (lesson.isCounted) discount(t, lesson.words, lesson.verdict);
    t.delete(spamLessons).where(eq(spamLessons.commentId, comment.id)).run();
  } else {
    // Learnt before lessons were kept one by one.
    discount(t, tokensOf(comment), verdict);
  }
}

/** What comments that are erased have taught is forgotten with them. */
export function forgetLessonsOf(t: Tx, commentIds: readonly number[]): void {
  const lessons = t
    .select()
    .from(spamLessons)
    .where(inArray(spamLessons.commentId, [...commentIds]))
    .all();
  for (const { commentId, isCounted, words, verdict } of lessons) {
    if (isCounted) discount(t, words, verdict);
    t.delete(spamLessons).where(eq(spamLessons.commentId, commentId)).run();
  }
}

function countIn(t: Tx, words: readonly string[], verdict: SpamVerdict): void {
  const one = { spam: verdict === 'spam' ? 1 : 0, ham: verdict === 'ham' ? 1 : 0 };
  t.insert(spamWords)
    .values([ALL, ...words].map((word) => ({ word, ...one })))
    .onConflictDoUpdate({
      target: spamWords.word,
      set: { spam: sql`${spamWords.spam} + ${one.spam}`, ham: sql`${spamWords.ham} + ${one.ham}` },
    })
    .run();
}

function discount(t: Tx, words: readonly string[], verdict: SpamVerdict): void {
  const column = verdict === 'spam' ? spamWords.spam : spamWords.ham;
  t.update(spamWords)
    .set({ [verdict]: sql`max(${column} - 1, 0)` })
    .where(inArray(spamWords.word, [ALL, ...words]))
    .run();
}

function forgetOldest(t: Tx, verdict: SpamVerdict): void {
  const counted = and(eq(spamLessons.verdict, verdict), eq(spamLessons.isCounted, true));
  const known = t.select({ lessons: count() }).from(spamLessons).where(counted).get()?.lessons ?? 0;
  if (known <= WINDOW) return;
  const oldest = t
    .select()
    .from(spamLessons)
    .where(counted)
    .orderBy(asc(spamLessons.at), asc(spamLessons.commentId))
    .limit(known - WINDOW)
    .all();
  forgetLessonsOf(
    t,
    oldest.map(({ commentId }) => commentId),
  );
}

function forgetRareWords(t: Tx): void {
  const known = t.select({ count: count() }).from(spamWords).get()?.count ?? 0;
  if (known <= VOCABULARY) return;
  t.delete(spamWords)
    .where(lte(sql`${spamWords.spam} + ${spamWords.ham}`, 1))
    .run();
}
