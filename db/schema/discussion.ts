import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { sections, stories } from './stories';

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
  /** When a link mailed to the address was followed and confirmed. */
  verifiedAt: integer('verified_at', { mode: 'timestamp_ms' }),
  /** Incremented to invalidate every link mailed so far. */
  tokenVersion: integer('token_version').notNull().default(1),
  /** When the commenter last left their own page: every session opened before is over. */
  accountClosedAt: integer('account_closed_at', { mode: 'timestamp_ms' }),
  /** Set when the commenter was erased: address and name are gone, the row keeps the replies in place. */
  erasedAt: integer('erased_at', { mode: 'timestamp_ms' }),
});

/**
 * Devices on which a mailed link has proven a commenter's address. `device`: a keyed hash, as in `comments`. What a device
 * has earned by its own comments is read from those.
 */
export const commenterDevices = sqliteTable(
  'commenter_devices',
  {
    commenterId: integer('commenter_id')
      .notNull()
      .references(() => commenters.id),
    device: text().notNull(),
    provenAt: integer('proven_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.commenterId, t.device] })],
);

export const commentStates = ['held', 'visible', 'hidden', 'spam', 'withdrawn'] as const;
export type CommentState = (typeof commentStates)[number];

/** One spam signal, for (positive weight) or against, by a code that has a label. */
export interface CommentSignal {
  code: string;
  weight: number;
}

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
    /** The name as `nameKey` folds it, so that look-alike names are equal; null before it was first computed. */
    nameKey: text('name_key'),
    /** A known writer of this story's discussion had this name, or one that looks like it, before. */
    isNamesake: integer('is_namesake', { mode: 'boolean' }).notNull().default(false),
    website: text().notNull().default(''),
    body: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    state: text({ enum: commentStates }).notNull(),
    /** Codes of the rules that held it, as in `first-comment`. */
    heldBecause: text('held_because', { mode: 'json' }).$type<string[]>().notNull(),
    /** A keyed hash of the network it came from, `''` if unknown: it distinguishes networks and identifies none. */
    network: text().notNull().default(''),
    fromNewsroom: integer('from_newsroom', { mode: 'boolean' }).notNull().default(false),
    /** Written by a member whose byline is on the story. */
    fromAuthor: integer('from_author', { mode: 'boolean' }).notNull().default(false),
    /** A keyed hash of the browser's token, `''` if it sent none. */
    device: text().notNull().default(''),
    /** How many devices like it: kept in step with `comment_likes` in the same transaction. */
    likes: integer().notNull().default(0),
    /** The editors' pick. */
    pickedAt: integer('picked_at', { mode: 'timestamp_ms' }),
    /** The spam signals with their weights, as moderators see them. */
    signals: text({ mode: 'json' }).$type<CommentSignal[]>().notNull().default(sql`'[]'`),
    /** Sixteen hex digits of a simhash over the folded text; near texts differ in few bits. `''` for a short one. */
    fingerprint: text().notNull().default(''),
    externalId: text('external_id').unique(),
    editedAt: integer('edited_at', { mode: 'timestamp_ms' }),
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
    index('comments_liked_roots_of_story')
      .on(t.storyId, t.likes, t.id)
      .where(sql`state = 'visible' and parent_id is null`),
    index('comments_from_device').on(t.device, t.createdAt).where(sql`device <> ''`),
    index('comments_by_fingerprint').on(t.fingerprint).where(sql`fingerprint <> ''`),
    index('comments_from_network').on(t.network, t.createdAt),
    index('comments_by_name').on(t.storyId, t.nameKey),
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
    /** Decisions taken together share it, and one undo reverts them all. */
    batch: text().notNull().default(''),
    undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
    undoneBy: integer('undone_by').references(() => staff.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    index('moderation_actions_of').on(t.commentId, t.id),
    index('moderation_actions_by_member').on(t.staffId, t.id),
    index('moderation_actions_of_batch').on(t.batch).where(sql`batch <> ''`),
  ],
);

/** One like a device and comment. `device` and `network` as in `comments`. */
export const commentLikes = sqliteTable(
  'comment_likes',
  {
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id),
    device: text().notNull(),
    network: text().notNull().default(''),
    /** By a device that was new. */
    isAnonymous: integer('is_anonymous', { mode: 'boolean' }).notNull().default(false),
    /** Whether it is in `comments.likes`: of one network's anonymous likes only the first few are. */
    isCounted: integer('is_counted', { mode: 'boolean' }).notNull().default(true),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.device] })],
);

export const reportReasons = ['abuse', 'hate', 'false', 'spam', 'private', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

/** A reader's report of a comment, one per device. Open until a moderator has settled it. */
export const reports = sqliteTable(
  'reports',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commentId: integer('comment_id')
      .notNull()
      .references(() => comments.id),
    reporter: text().notNull(),
    reason: text({ enum: reportReasons }).notNull(),
    words: text().notNull().default(''),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    settledAt: integer('settled_at', { mode: 'timestamp_ms' }),
    settledBy: integer('settled_by').references(() => staff.id),
  },
  (t) => [
    uniqueIndex('reports_once_a_reporter').on(t.commentId, t.reporter),
    index('reports_open').on(t.commentId, t.id).where(sql`settled_at is null`),
  ],
);

export const banKinds = ['address', 'device', 'network'] as const;
export type BanKind = (typeof banKinds)[number];

/** Who may not comment, till when (null: for good). `value` is a keyed hash: it can be matched and not read. */
export const bans = sqliteTable(
  'bans',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: banKinds }).notNull(),
    value: text().notNull(),
    reason: text().notNull(),
    /** The banned commenter's appeal. */
    appeal: text().notNull().default(''),
    appealedAt: integer('appealed_at', { mode: 'timestamp_ms' }),
    /** The newsroom's answer to it. */
    answer: text().notNull().default(''),
    answeredAt: integer('answered_at', { mode: 'timestamp_ms' }),
    answeredBy: integer('answered_by').references(() => staff.id),
    until: integer({ mode: 'timestamp_ms' }),
    /** The comment that led to it. */
    commentId: integer('comment_id').references(() => comments.id),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    liftedAt: integer('lifted_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('bans_by_value').on(t.kind, t.value)],
);

/** A writer's appeal against a decision on their comment: once a comment, decided by another moderator. */
export const commentAppeals = sqliteTable(
  'comment_appeals',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commentId: integer('comment_id')
      .notNull()
      .unique()
      .references(() => comments.id),
    words: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** Who took the decision that is appealed; null for a rule. */
    against: integer().references(() => staff.id),
    outcome: text({ enum: ['', 'granted', 'refused'] })
      .notNull()
      .default(''),
    answer: text().notNull().default(''),
    decidedAt: integer('decided_at', { mode: 'timestamp_ms' }),
    decidedBy: integer('decided_by').references(() => staff.id),
  },
  (t) => [index('comment_appeals_open').on(t.at).where(sql`decided_at is null`)],
);

/** A moderator's note about a commenter, for other moderators. */
export const commenterNotes = sqliteTable(
  'commenter_notes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    commenterId: integer('commenter_id')
      .notNull()
      .references(() => commenters.id),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    words: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('commenter_notes_of').on(t.commenterId, t.id)],
);

/**
 * The rules that the newsroom sets itself. `kind` says how `pattern` is read: a word list (a word a line), a number
 * of links, hours as `23-6`; `sectionId` null: everywhere.
 */
export const moderationRules = sqliteTable('moderation_rules', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text({ enum: ['words', 'links', 'first-timers', 'quiet-hours'] }).notNull(),
  name: text().notNull().default(''),
  pattern: text().notNull().default(''),
  effect: text({ enum: ['hold', 'hide'] }).notNull(),
  sectionId: integer('section_id').references(() => sections.id),
  isOn: integer('is_on', { mode: 'boolean' }).notNull().default(true),
  version: integer().notNull().default(1),
});
