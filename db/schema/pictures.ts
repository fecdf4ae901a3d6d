import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';

/** One variant of a picture: a file of the media folder. Width and height in pixels. */
export interface PictureVariant {
  file: string;
  width: number;
  height: number;
  mime: string;
}

/** Who sent it in: somebody at the desk, or a reader, whose pictures wait apart until the desk takes them. */
export const pictureOrigins = ['desk', 'reader'] as const;
export type PictureOrigin = (typeof pictureOrigins)[number];

/** A picture of the newsroom's library. Caption, credit and alt are its own; a story may say others. */
export const pictures = sqliteTable(
  'pictures',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Of the file as it was sent. */
    sha256: text().notNull().unique(),
    width: integer().notNull(),
    height: integer().notNull(),
    mime: text().notNull(),
    bytes: integer().notNull(),
    caption: text().notNull().default(''),
    credit: text().notNull().default(''),
    alt: text().notNull().default(''),
    /** AVIF, then WebP, then JPEG; of each kind the narrowest first. So the last is the one that anything can show. */
    variants: text({ mode: 'json' }).$type<PictureVariant[]>().notNull(),
    /** What no crop may cut off: a point in per cent of width and height, from the top left. */
    focalX: integer('focal_x').notNull().default(50),
    focalY: integer('focal_y').notNull().default(50),
    /** Its mean colour, as in `#7a8b9c`, for the box before it has come. `''`: not known. */
    colour: text().notNull().default(''),
    /** When the camera or the agency says it was taken. */
    takenAt: integer('taken_at', { mode: 'timestamp_ms' }),
    origin: text({ enum: pictureOrigins }).notNull().default('desk'),
    uploadedBy: integer('uploaded_by').references(() => staff.id),
    /**
     * Caption, credit and alt as the search compares them: the keys of their words, each between spaces. Triggers (0014)
     * keep `picture_search`, an FTS5 table, in step with them.
     */
    searchKeys: text('search_keys').notNull().default(''),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }),
    /** Counts up with each write; a save names the one it was based on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index('pictures_by_origin').on(t.origin, t.id),
    index('pictures_of_uploader').on(t.uploadedBy, t.id),
    index('pictures_unfinished').on(t.origin, t.id).where(sql`caption = '' or credit = '' or alt = ''`),
    // An index on an expression, `pictures_by_moment`, is hand-written in a migration.
  ],
);

/** Files that a replaced or deleted picture has left. Pages that are open still ask for them, so they go later. */
export const pictureRemains = sqliteTable(
  'picture_remains',
  {
    file: text().primaryKey(),
    removeAt: integer('remove_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('picture_remains_due').on(t.removeAt)],
);

/**
 * Which bodies show which pictures, besides the lead. Kept by triggers: every `pictureId` in a story's `body_doc`,
 * at any depth, is a use. A document may name what is not there, so there is no foreign key.
 */
export const pictureUses = sqliteTable(
  'picture_uses',
  {
    pictureId: integer('picture_id').notNull(),
    storyId: integer('story_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.pictureId, t.storyId] }), index('picture_uses_of_story').on(t.storyId)],
);
