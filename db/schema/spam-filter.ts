import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { comments } from './discussion';
import { staff } from './people';

/** How often a token occurred in comments that moderators marked as spam, and in those they approved. */
export const spamWords = sqliteTable('spam_words', {
  word: text().primaryKey(),
  spam: integer().notNull().default(0),
  ham: integer().notNull().default(0),
});

/**
 * What one decision has taught the spam filter, at most one lesson a comment. The counts in `spam_words` are the sum of the
 * counted lessons, and each can be taken out of it again.
 */
export const spamLessons = sqliteTable(
  'spam_lessons',
  {
    commentId: integer('comment_id')
      .primaryKey()
      .references(() => comments.id),
    verdict: text({ enum: ['spam', 'ham'] }).notNull(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    /** Days since 1970 by the clock of Dhaka. */
    day: integer().notNull(),
    /** What one moderator or one day teaches beyond its bound does not count. */
    isCounted: integer('is_counted', { mode: 'boolean' }).notNull(),
    /** The tokens that were counted: the comment may be edited afterwards. */
    words: text({ mode: 'json' }).$type<string[]>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('spam_lessons_counted').on(t.verdict, t.day, t.at).where(sql`is_counted = 1`),
    index('spam_lessons_by_day').on(t.day, t.staffId),
  ],
);
