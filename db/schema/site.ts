import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { pictures } from './pictures';

/** A page that is no story: about us, contact, privacy. Its body is typed and shown like a story's. */
export const staticPages = sqliteTable('static_pages', {
  id: integer().primaryKey({ autoIncrement: true }),
  slug: text().notNull().unique(),
  title: text().notNull(),
  body: text().notNull().default(''),
  bodyHtml: text('body_html').notNull().default(''),
  menu: text({ enum: ['footer', 'more', 'none'] })
    .notNull()
    .default('footer'),
  position: integer().notNull().default(0),
  updatedAt: integer('updated_at', { mode: 'timestamp_ms' }).notNull(),
  version: integer().notNull().default(1),
});

/** What stands in one of the ad slots 1 to 10, from when till when. */
export const ads = sqliteTable(
  'ads',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    slot: integer().notNull(),
    name: text().notNull(),
    kind: text({ enum: ['picture', 'html'] }).notNull(),
    pictureId: integer('picture_id').references(() => pictures.id),
    href: text().notNull().default(''),
    /** A creative as it was given to us: only ever shown in a sandboxed frame. */
    html: text().notNull().default(''),
    from: integer('from_at', { mode: 'timestamp_ms' }),
    until: integer('until_at', { mode: 'timestamp_ms' }),
    isOn: integer('is_on', { mode: 'boolean' }).notNull().default(true),
    version: integer().notNull().default(1),
  },
  (t) => [index('ads_of_slot').on(t.slot)],
);

/** What a reader wrote to the desk: a message, or news with pictures. It never becomes a story by itself. */
export const tips = sqliteTable(
  'tips',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    kind: text({ enum: ['message', 'news'] }).notNull(),
    words: text().notNull(),
    name: text().notNull().default(''),
    contact: text().notNull().default(''),
    place: text().notNull().default(''),
    pictureIds: text('picture_ids', { mode: 'json' }).$type<number[]>().notNull(),
    /** A keyed hash of the network it came from: tells two apart, names none. */
    network: text().notNull().default(''),
    state: text({ enum: ['new', 'read', 'used', 'discarded'] })
      .notNull()
      .default('new'),
    staffId: integer('staff_id').references(() => staff.id),
    note: text().notNull().default(''),
    at: integer({ mode: 'timestamp_ms' }).notNull(),
    version: integer().notNull().default(1),
  },
  (t) => [index('tips_in_box').on(t.state, t.at, t.id), index('tips_from_network').on(t.network, t.at)],
);

/** A line of one of the menus that is no section: a page of ours or an address elsewhere. */
export const menuItems = sqliteTable('menu_items', {
  id: integer().primaryKey({ autoIncrement: true }),
  menu: text({ enum: ['bar', 'more', 'footer'] }).notNull(),
  label: text().notNull(),
  href: text().notNull(),
  position: integer().notNull().default(0),
  version: integer().notNull().default(1),
});
