import { count, inArray, lte, sql } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { spamWords } from '@/db/schema';
import { tokensOf } from './tokens';

export type SpamVerdict = 'spam' | 'ham';

/** How many comments were learnt stands under this word; no text has it. */
export const ALL = '';
/** A year of a busy newsroom; then words that were met once make room. */
const VOCABULARY = 20_000;

interface LearnedComment {
  name: string;
  website: string;
  body: string;
}

/** What a moderator has decided, for the filter to know next time. Inside the decision's transaction. */
export function learnFrom(t: Tx, comment: LearnedComment, verdict: SpamVerdict): void {
  const one = { spam: verdict === 'spam' ? 1 : 0, ham: verdict === 'ham' ? 1 : 0 };
  t.insert(spamWords)
    .values([ALL, ...tokensOf(comment)].map((word) => ({ word, ...one })))
    .onConflictDoUpdate({
      target: spamWords.word,
      set: { spam: sql`${spamWords.spam} + ${one.spam}`, ham: sql`${spamWords.ham} + ${one.ham}` },
    })
    .run();
  const known = t.select({ count: count() }).from(spamWords).get()?.count ?? 0;
  if (known > VOCABULARY) {
    t.delete(spamWords)
      .where(lte(sql`${spamWords.spam} + ${spamWords.ham}`, 1))
      .run();
  }
}

/** A decision that was taken back was never learnt. */
export function unlearn(t: Tx, comment: LearnedComment, verdict: SpamVerdict): void {
  const column = verdict === 'spam' ? spamWords.spam : spamWords.ham;
  t.update(spamWords)
    .set({ [verdict]: sql`max(${column} - 1, 0)` })
    .where(inArray(spamWords.word, [ALL, ...tokensOf(comment)]))
    .run();
}

export interface WordCounts {
  /** Comments learnt of either kind. */
  comments: { spam: number; ham: number };
  words: ReadonlyMap<string, { spam: number; ham: number }>;
}

/** What is known of a comment's words. */
export function wordCountsOf(db: ReadDb, words: readonly string[]): WordCounts {
  const rows = countsOf(db).all({ words: JSON.stringify([ALL, ...words]) });
  const all = rows.find(({ word }) => word === ALL);
  return {
    comments: { spam: all?.spam ?? 0, ham: all?.ham ?? 0 },
    words: new Map(rows.filter(({ word }) => word !== ALL).map((row) => [row.word, row])),
  };
}

const countsOf = preparedQuery((db) =>
  db
    .select()
    .from(spamWords)
    .where(sql`${spamWords.word} in (select value from json_each(${sql.placeholder('words')}))`)
    .prepare(),
);
