import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { stories } from './stories';

/** A curated page: `home`, or a section by its slug. `draft` is what the desk is arranging, null: as it is live. */
export const fronts = sqliteTable('fronts', {
  slug: text().primaryKey(),
  draft: text({ mode: 'json' }).$type<unknown>(),
  /** The number of the edition that readers see; 0: none was published, the page fills itself. */
  live: integer().notNull().default(0),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  updatedBy: integer('updated_by').references(() => staff.id),
  version: integer().notNull().default(1),
});

/** A front as it was published once. Never changed: an undo publishes an earlier one again. */
export const frontEditions = sqliteTable(
  'front_editions',
  {
    front: text()
      .notNull()
      .references(() => fronts.slug),
    number: integer().notNull(),
    arrangement: text({ mode: 'json' }).$type<unknown>().notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.front, t.number] })],
);

/** One line of the শিরোনাম strip, till when it runs. */
export const breakingLines = sqliteTable(
  'breaking_lines',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    words: text().notNull(),
    storyId: integer('story_id').references(() => stories.id),
    position: integer().notNull().default(0),
    until: integer({ mode: 'timestamp_ms' }).notNull(),
    staffId: integer('staff_id').references(() => staff.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    endedAt: integer('ended_at', { mode: 'timestamp_ms' }),
  },
  (t) => [index('breaking_lines_running').on(t.until).where(sql`ended_at is null`)],
);
