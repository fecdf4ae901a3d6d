import { sql } from 'drizzle-orm';
import { type AnySQLiteColumn, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { stories } from './stories';

/** Who replies. The address is stored normalised and shown to nobody but the desk, masked. */
export const commenters = sqliteTable('commenters', {
  id: integer().primaryKey({ autoIncrement: true }),
  email: text().notNull().unique(),
  name: text().notNull(),
  website: text().notNull().default(''),
  /** Set for a member of staff who answers as the newsroom. */
  staffId: integer('staff_id').references(() => staff.id),
  approved: integer().notNull().default(0),
  hidden: integer().notNull().default(0),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});

export const commentStates = ['held', 'visible', 'hidden', 'withdrawn'] as const;
export type CommentState = (typeof commentStates)[number];

/**
 * One utterance. `rootId` is the thread's first comment (null for that one itself), `depth` counts from 0 and
 * is stored true; how deep a page shows it is the page's affair.
 */
export const comments = sqliteTable(
  'comments',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    parentId: integer('parent_id').references((): AnySQLiteColumn => comments.id),
    rootId: integer('root_id').references((): AnySQLiteColumn => comments.id),
    depth: integer().notNull().default(0),
    commenterId: integer('commenter_id')
      .notNull()
      .references(() => commenters.id),
    name: text().notNull(),
    website: text().notNull().default(''),
    body: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    state: text({ enum: commentStates }).notNull(),
    /** Codes of the rules that held it, as in `first-comment`. */
    heldBecause: text('held_because', { mode: 'json' }).$type<string[]>().notNull(),
    /** A keyed hash of the network it came from, `''` if unknown: tells two apart, names none. */
    network: text().notNull().default(''),
    fromNewsroom: integer('from_newsroom', { mode: 'boolean' }).notNull().default(false),
    externalId: text('external_id').unique(),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('comments_of_story').on(t.storyId, t.state, t.createdAt, t.id),
    index('comments_roots_of_story').on(t.storyId, t.state, t.createdAt, t.id).where(sql`parent_id is null`),
    index('comments_of_thread').on(t.rootId, t.id),
    index('comments_shown_in_thread').on(t.rootId, t.id).where(sql`state = 'visible'`),
    index('comments_in_queue').on(t.state, t.createdAt, t.id),
    index('comments_of_commenter').on(t.commenterId, t.id),
    index('comments_from_network').on(t.network, t.createdAt),
    // A unique index on an expression, `comments_said_once`, is hand-written in a migration.
  ],
);

/** What a moderator or a rule did to a comment. `staffId` null: a rule. */
export const moderationActions = sqliteTable(
  'moderation_actions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id),
    staffId: integer('staff_id').references(() => staff.id),
    from: text('from_state', { enum: commentStates }).notNull(),
    to: text('to_state', { enum: commentStates }).notNull(),
    reason: text().notNull().default(''),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('moderation_actions_of').on(t.commentId, t.id)],
);
