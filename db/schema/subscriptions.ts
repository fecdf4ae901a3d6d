import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { commenters, comments } from './discussion';

/**
 * What an address has consented to, separately for each use: replies in one story's thread, or the newsletter.
 * Nothing is sent before `confirmedAt` and nothing after `endedAt`.
 */
export const subscriptions = sqliteTable(
  'subscriptions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commenterId: integer('commenter_id')
      .notNull()
      .references(() => commenters.id),
    kind: text({ enum: ['replies', 'letter'] }).notNull(),
    /** The thread's first comment, for replies. */
    rootId: integer('root_id').references(() => comments.id),
    consentedAt: integer('consented_at', { mode: 'timestamp_ms' }).notNull(),
    confirmedAt: integer('confirmed_at', { mode: 'timestamp_ms' }),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
    endedBecause: text('ended_because', { enum: ['', 'unsubscribed', 'bounced', 'erased'] })
      .notNull()
      .default(''),
  },
  (t) => [
    index('subscriptions_of').on(t.commenterId, t.kind),
    index('subscriptions_to_thread').on(t.rootId, t.commenterId),
  ],
);

/** A link that was mailed. The link carries a random token; only its SHA-256 is stored. */
export const emailTokens = sqliteTable(
  'email_tokens',
  {
    tokenHash: text('token_hash').primaryKey(),
    commenterId: integer('commenter_id')
      .notNull()
      .references(() => commenters.id),
    purpose: text({ enum: ['confirm', 'account', 'device', 'unsubscribe', 'withdraw'] }).notNull(),
    /** A subscription's or comment's id, by purpose. */
    subjectId: integer('subject_id'),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    expiresAt: integer('expires_at', { mode: 'timestamp_ms' }).notNull(),
    usedAt: integer('used_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('email_tokens_of').on(t.commenterId)],
);
