import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { pictures } from './pictures';
import { stories } from './stories';

export const revisionReasons = ['publish', 'handover', 'hour', 'restore', 'correction', 'merge'] as const;
export type RevisionReason = (typeof revisionReasons)[number];

/** A story as it once was. `number` counts within the story from 1; `snapshot` holds all that is typed of it. */
export const storyRevisions = sqliteTable(
  'story_revisions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    number: integer().notNull(),
    /** The story's version that this was. */
    version: integer().notNull(),
    snapshot: text({ mode: 'json' }).$type<unknown>().notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    reason: text({ enum: revisionReasons }).notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [uniqueIndex('story_revisions_numbered').on(t.storyId, t.number)],
);

/**
 * What a version of a story was, kept when the next one takes its place: what two people have written on it apart is
 * merged against it. For some days, and for as long as a draft is based on it.
 */
export const storyVersions = sqliteTable(
  'story_versions',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    version: integer().notNull(),
    fields: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** Who wrote it; null for the clock, an import, the operator. */
    staffId: integer('staff_id').references(() => staff.id),
    /** When it was written. */
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    /** When the next one took its place. */
    supersededAt: integer('superseded_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.version] }), index('story_versions_by_age').on(t.supersededAt)],
);

/**
 * What somebody has typed and not saved: theirs alone, read by nobody else. `storyId` 0: a story that is not made
 * yet. `basedOn`: the story's version that was on the screen.
 */
export const storyDrafts = sqliteTable(
  'story_drafts',
  {
    storyId: integer('story_id').notNull(),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    /** One a browser tab, so that two tabs of one person do not overwrite each other. */
    tab: text().notNull(),
    basedOn: integer('based_on').notNull(),
    fields: text({ mode: 'json' }).$type<unknown>().notNull(),
    /** Counts up with each autosave of the tab; an older one that arrives late is left aside. */
    stroke: integer().notNull(),
    savedAt: integer('saved_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.staffId, t.tab] }),
    index('story_drafts_of_member').on(t.staffId, t.savedAt),
  ],
);

/** Who has a story open now. `holdsAt` is set for the one who writes; taking over moves it. */
export const presence = sqliteTable(
  'presence',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    seenAt: integer('seen_at', { mode: 'timestamp_ms' }).notNull(),
    holdsAt: integer('holds_at', { mode: 'timestamp_ms' }),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.staffId] }), index('presence_by_time').on(t.seenAt)],
);

/** What the desk says to itself about a story: a remark, or why it was sent back. Never shown to readers. */
export const storyRemarks = sqliteTable(
  'story_remarks',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    staffId: integer('staff_id').references(() => staff.id),
    kind: text({ enum: ['remark', 'sent-back'] }).notNull(),
    words: text().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('story_remarks_of').on(t.storyId, t.id)],
);

/** What we got wrong and said so. Shown with the story, newest first, and never deleted. */
export const corrections = sqliteTable(
  'corrections',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    words: text().notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('corrections_of_story').on(t.storyId, t.id)],
);

/**
 * What a live story is to become: everything typed of it, kept apart until it is approved or its time has come.
 * One a story. `basedOn`: the live version that it grew from.
 */
export const nextVersions = sqliteTable(
  'next_versions',
  {
    storyId: integer('story_id')
      .primaryKey()
      .references(() => stories.id),
    basedOn: integer('based_on').notNull(),
    fields: text({ mode: 'json' }).$type<unknown>().notNull(),
    state: text({ enum: ['draft', 'filed', 'scheduled'] }).notNull(),
    scheduledAt: integer('scheduled_at', { mode: 'timestamp_ms' }),
    staffId: integer('staff_id').references(() => staff.id),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index('next_versions_due').on(t.scheduledAt).where(sql`state = 'scheduled'`)],
);

/** One entry of a live story, newest first. `body` is typed as a story's is. */
export const livePosts = sqliteTable(
  'live_posts',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    headline: text().notNull().default(''),
    body: text().notNull(),
    bodyHtml: text('body_html').notNull(),
    pictureId: integer('picture_id').references(() => pictures.id),
    isKey: integer('is_key', { mode: 'boolean' }).notNull().default(false),
    isPinned: integer('is_pinned', { mode: 'boolean' }).notNull().default(false),
    staffId: integer('staff_id').references(() => staff.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    editedAt: integer('edited_at', { mode: 'timestamp_ms' }),
    removedAt: integer('removed_at', { mode: 'timestamp_ms' }),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('live_posts_of_story').on(t.storyId, t.at, t.id).where(sql`removed_at is null`),
    index('live_posts_with_picture').on(t.pictureId).where(sql`picture_id is not null`),
  ],
);

/** A list of stories that a member has asked for once and wants again. `query` is the address's, without the `?`. */
export const savedViews = sqliteTable(
  'saved_views',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    name: text().notNull(),
    query: text().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('saved_views_of_member').on(t.staffId, t.name)],
);

/** Many stories changed with one stroke: how each was before and which version that made, so that it can be undone. */
export const bulkChanges = sqliteTable(
  'bulk_changes',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    staffId: integer('staff_id')
      .notNull()
      .references(() => staff.id),
    kind: text().notNull(),
    changed: text({ mode: 'json' }).$type<unknown>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    undoneAt: integer('undone_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('bulk_changes_of_member').on(t.staffId, t.id)],
);
