import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { sections, stories } from './stories';

/**
 * Who did what, when. Triggers refuse UPDATE and DELETE, and no e-mail address is ever written here.
 * `subject` is the id within its kind, as text.
 */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    actorKind: text('actor_kind', { enum: ['staff', 'commenter', 'clock', 'cli', 'visitor'] }).notNull(),
    /** The member's or commenter's id; null for the scheduler, the CLI and a visitor. */
    actorId: integer('actor_id'),
    verb: text().notNull(),
    subjectKind: text('subject_kind').notNull(),
    subject: text().notNull(),
    before: text({ mode: 'json' }).$type<unknown>(),
    after: text({ mode: 'json' }).$type<unknown>(),
  },
  (t) => [
    index('audit_of_subject').on(t.subjectKind, t.subject, t.id),
    index('audit_of_actor').on(t.actorKind, t.actorId, t.id),
  ],
);

/**
 * The change feed that edge servers follow: which cache tags a commit has touched. One writer at a time and AUTOINCREMENT,
 * so the order of ids is the order of commits. Pruned after a day.
 */
export const pageEvents = sqliteTable(
  'page_events',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    tags: text({ mode: 'json' }).$type<string[]>().notNull(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('page_events_by_time').on(t.at)],
);

/** The newsroom's settings, one JSON value per key. */
export const settings = sqliteTable('settings', {
  key: text().primaryKey(),
  value: text({ mode: 'json' }).$type<unknown>().notNull(),
  version: integer().notNull().default(1),
});

/** How often a story was read in one hour. `hour` = hours since 1970-01-01T00:00Z. Nothing of any reader. */
export const viewCounts = sqliteTable(
  'view_counts',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    hour: integer().notNull(),
    views: integer().notNull(),
    /** How many of them reached a quarter, half and three quarters of the text. */
    quarters: integer().notNull().default(0),
    halves: integer().notNull().default(0),
    threeQuarters: integer('three_quarters').notNull().default(0),
    /** How many of them reached the end of the text. */
    reads: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.storyId, t.hour] }),
    // A covering index: a list of the most read sums a day of hours without reading the rows.
    index('view_counts_by_hour').on(t.hour, t.storyId, t.views),
  ],
);

/**
 * The sums of `view_counts` by hour and section, kept in step by triggers (0013), so that the desk's week is a thousand
 * rows however many stories were read. A reading stays with the section that the story was in.
 */
export const sectionReadings = sqliteTable(
  'section_readings',
  {
    hour: integer().notNull(),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    views: integer().notNull().default(0),
    quarters: integer().notNull().default(0),
    halves: integer().notNull().default(0),
    threeQuarters: integer('three_quarters').notNull().default(0),
    reads: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.hour, t.sectionId] })],
);

export const viewSources = ['direct', 'own', 'search', 'social', 'other'] as const;
export type ViewSource = (typeof viewSources)[number];

/** From what kind of source a story's readers came, per day. `day` = days since 1970-01-01 in Dhaka. */
export const viewSourceCounts = sqliteTable(
  'view_source_counts',
  {
    storyId: integer('story_id')
      .notNull()
      .references(() => stories.id),
    day: integer().notNull(),
    source: text({ enum: viewSources }).notNull(),
    views: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.storyId, t.day, t.source] })],
);

/** The sums of `view_source_counts` by day, kept in step by triggers (0013). */
export const sourceReadings = sqliteTable(
  'source_readings',
  {
    day: integer().notNull(),
    source: text({ enum: viewSources }).notNull(),
    views: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.day, t.source] })],
);

/** A story's reads in all, and its score in the most-read list (0 = not in it). */
export const viewTotals = sqliteTable(
  'view_totals',
  {
    storyId: integer('story_id')
      .primaryKey()
      .references(() => stories.id),
    total: integer().notNull().default(0),
    dayScore: integer('day_score').notNull().default(0),
    /** The same over the last seven and thirty days. */
    weekScore: integer('week_score').notNull().default(0),
    monthScore: integer('month_score').notNull().default(0),
  },
  (t) => [
    index('view_totals_by_score').on(t.dayScore, t.storyId),
    index('view_totals_by_week').on(t.weekScore, t.storyId),
    index('view_totals_by_month').on(t.monthScore, t.storyId),
  ],
);

/**
 * Work queued by a commit: a mail to send, an erasure to finish. Claimed by `lockedUntil`, retried with growing pauses,
 * and done once: the same `dedupeKey` is the same row.
 */
export const jobs = sqliteTable(
  'jobs',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text().notNull(),
    payload: text({ mode: 'json' }).$type<unknown>().notNull(),
    dedupeKey: text('dedupe_key').notNull().unique(),
    runAt: integer('run_at', { mode: 'timestamp_ms' }).notNull(),
    attempts: integer().notNull().default(0),
    lockedUntil: integer('locked_until', { mode: 'timestamp_ms' }),
    /** Of a mail: when its text began to leave for the mail server. Set and not done: it may have arrived. */
    handedOverAt: integer('handed_over_at', { mode: 'timestamp_ms' }),
    error: text().notNull().default(''),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    doneAt: integer('done_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('jobs_open').on(t.runAt, t.id).where(sql`done_at is null`)],
);

/**
 * Idempotency keys: the response to a desk form that created something. `sending` is a hash of member, key and content, so
 * that a second submission gets the same response and creates nothing. Kept as long as somebody may submit again.
 */
export const sentForms = sqliteTable(
  'sent_forms',
  {
    sending: text().primaryKey(),
    answer: text({ mode: 'json' }).$type<unknown>(),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('sent_forms_by_time').on(t.at)],
);

/**
 * The rules by which lib/search makes terms, counted up whenever a change of them leaves older rows without what is
 * asked for: 2 has the irregular verbs and the posts of live stories, 3 বাঙ্গালি as বাঙালি and এ্যাপ as অ্যাপ,
 * 4 the terms that filters ask for.
 */
export const TERMS_VERSION = 4;

/** By which rules the search was written: one row, 0 until the first `reindex` or in a store that has no story yet. */
export const searchState = sqliteTable('search_state', {
  id: integer().primaryKey(),
  termsVersion: integer('terms_version').notNull().default(0),
  /** Whether `headline_words` has the words of all headlines, and not only of those that were saved since it is there. */
  hasHeadlineWords: integer('has_headline_words', { mode: 'boolean' }).notNull().default(false),
});
