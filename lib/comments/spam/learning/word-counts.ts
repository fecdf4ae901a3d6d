import { sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { spamLessons, spamWords } from '@/db/schema';
import { ALL, type SpamVerdict } from './spam-lesson';

export interface WordCounts {
  /** Comments learnt of either kind. */
  comments: { spam: number; ham: number };
  /** Days on which either kind was taught. */
  days: { spam: number; ham: number };
  words: ReadonlyMap<string, { spam: number; ham: number }>;
}

export const NOTHING_LEARNT: WordCounts = {
  comments: { spam: 0, ham: 0 },
  days: { spam: 0, ham: 0 },
  words: new Map(),
};

/** What is known of a comment's words. */
export function wordCountsOf(db: ReadDb, words: readonly string[]): WordCounts {
  const rows = countsOf(db).all({ words: JSON.stringify([ALL, ...words]) });
  const all = rows.find(({ word }) => word === ALL);
  if (!all) return NOTHING_LEARNT;
  const days = daysTaught(db).all();
  const daysOf = (verdict: SpamVerdict) => days.find((one) => one.verdict === verdict)?.days ?? 0;
  return {
    comments: { spam: all.spam, ham: all.ham },
    days: { spam: daysOf('spam'), ham: daysOf('ham') },
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

const daysTaught = preparedQuery((db) =>
  db
    .select({ verdict: spamLessons.verdict, days: sql<number>`count(distinct ${spamLessons.day})` })
    .from(spamLessons)
    .where(sql`is_counted = 1`)
    .groupBy(spamLessons.verdict)
    .prepare(),
);
