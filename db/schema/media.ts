import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { staff } from './people';
import { pictures } from './pictures';

/** A sound or film of the media folder. What a story says of it, and how long it lasts there, stands with the story. */
export const mediaFiles = sqliteTable(
  'media_files',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    /** Twenty hex digits of its SHA-256 and its kind, as in `0f3a….mp4`: its address is `/media/` and this. */
    file: text().notNull().unique(),
    kind: text({ enum: ['audio', 'video'] }).notNull(),
    /** As it was called when it was sent in; `''`: not known. */
    name: text().notNull().default(''),
    /** Null: not known, for what was laid there before there was this list. */
    bytes: integer(),
    /** How long it lasts, as a browser has found or somebody has typed; null: not known. */
    seconds: integer(),
    caption: text().notNull().default(''),
    credit: text().notNull().default(''),
    /** What stands in a film's place until it is played; null: the picture of the story that it is in. */
    posterId: integer('poster_id').references(() => pictures.id),
    /** Name, caption and credit as the search compares them: the keys of their words, each between spaces. */
    searchKeys: text('search_keys').notNull().default(''),
    uploadedBy: integer('uploaded_by').references(() => staff.id),
    createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
    updatedAt: integer('updated_at', { mode: 'timestamp_ms' }),
    /** Counts up with each write; a save names the one it was based on. */
    version: integer().notNull().default(1),
  },
  (t) => [
    index('media_files_by_kind').on(t.kind, t.id),
    index('media_files_of_uploader').on(t.uploadedBy, t.id),
    index('media_files_by_poster').on(t.posterId),
  ],
);

/**
 * Which stories name which files, as their sound, film or anywhere in the text. Kept by triggers (0017), so that no
 * command forgets it. `mark`: the twenty digits of the file's name.
 */
export const mediaUses = sqliteTable(
  'media_uses',
  {
    mark: text().notNull(),
    storyId: integer('story_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.mark, t.storyId] }), index('media_uses_of_story').on(t.storyId)],
);

/**
 * A film's captions for who cannot hear it, as WebVTT. Apart from the library's own rows, whose lists are read without them.
 * `mark`: eight hex digits of their SHA-256, in their address.
 */
export const mediaSubtitles = sqliteTable('media_subtitles', {
  file: text()
    .primaryKey()
    .references(() => mediaFiles.file, { onDelete: 'cascade' }),
  mark: text().notNull(),
  text: text().notNull(),
});

/** Files that the library has given up, to be taken off the disk by the next sweep: nothing of a transaction can do that. */
export const mediaRemains = sqliteTable(
  'media_remains',
  {
    file: text().primaryKey(),
    removeAt: integer('remove_at', { mode: 'timestamp_ms' }).notNull(),
  },
  (t) => [index('media_remains_due').on(t.removeAt)],
);
