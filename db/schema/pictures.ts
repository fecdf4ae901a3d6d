import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One variant of a picture: a file of the media folder. Width and height in pixels. */
export interface PictureVariant {
  file: string;
  width: number;
  height: number;
  mime: string;
}

/** A picture of the newsroom's library. Caption, credit and alt are its own; a story may say others. */
export const pictures = sqliteTable('pictures', {
  id: integer().primaryKey({ autoIncrement: true }),
  sha256: text().notNull().unique(),
  width: integer().notNull(),
  height: integer().notNull(),
  mime: text().notNull(),
  bytes: integer().notNull(),
  caption: text().notNull().default(''),
  credit: text().notNull().default(''),
  alt: text().notNull().default(''),
  /** Widths in ascending order. */
  variants: text({ mode: 'json' }).$type<PictureVariant[]>().notNull(),
  createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
});
