import { and, count, desc, eq, gte, inArray, lt, or, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { mediaFiles, mediaSubtitles, mediaUses, staff } from '@/db/schema';

export interface MediaListing {
  kind?: 'audio' | 'video' | undefined;
  /** For each word, the forms of which one is to be in the words, from its beginning on. */
  words?: readonly (readonly string[])[] | undefined;
  uploadedBy?: number | undefined;
  /** The last one of the page before. */
  before?: number | undefined;
  limit: number;
}

/** Newest first. */
export async function mediaListing(
  db: ReadDb,
  { kind, words = [], uploadedBy, before, limit }: MediaListing,
) {
  return db
    .select()
    .from(mediaFiles)
    .where(
      and(
        kind && eq(mediaFiles.kind, kind),
        uploadedBy === undefined ? undefined : eq(mediaFiles.uploadedBy, uploadedBy),
        before === undefined ? undefined : lt(mediaFiles.id, before),
        ...words.map((keys) =>
          or(...keys.map((key) => sql`instr(${mediaFiles.searchKeys}, ${` ${key}`}) > 0`)),
        ),
      ),
    )
    .orderBy(desc(mediaFiles.id))
    .limit(limit)
    .all();
}

/** In how many stories each of these files stands. */
export async function countMediaUses(db: ReadDb, files: readonly string[]): Promise<Map<string, number>> {
  if (files.length === 0) return new Map();
  const marks = files.map((file) => file.slice(0, 20));
  const rows = db
    .select({ mark: mediaUses.mark, uses: count() })
    .from(mediaUses)
    .where(inArray(mediaUses.mark, marks))
    .groupBy(mediaUses.mark)
    .all();
  const counts = new Map(rows.map(({ mark, uses }) => [mark, uses]));
  return new Map(files.map((file) => [file, counts.get(file.slice(0, 20)) ?? 0]));
}

/** One with the name of whoever sent it in. */
export async function mediaOnDesk(db: ReadDb, file: string) {
  const found = db
    .select({ media: mediaFiles, uploader: staff.name })
    .from(mediaFiles)
    .leftJoin(staff, eq(staff.id, mediaFiles.uploadedBy))
    .where(eq(mediaFiles.file, file))
    .get();
  return found ? { ...found.media, uploader: found.uploader } : undefined;
}

/** A film's captions as they are stored. */
export async function subtitlesOf(db: ReadDb, file: string) {
  return db.select().from(mediaSubtitles).where(eq(mediaSubtitles.file, file)).get();
}

/** The same by the twenty digits of its name, whatever its kind. */
export async function subtitlesByDigits(db: ReadDb, digits: string) {
  return db
    .select()
    .from(mediaSubtitles)
    .where(and(gte(mediaSubtitles.file, `${digits}.`), lt(mediaSubtitles.file, `${digits}/`)))
    .get();
}

/** The marks of those films among `files` that have captions. */
export async function subtitleMarks(db: ReadDb, files: readonly string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const rows = db
    .select({ file: mediaSubtitles.file, mark: mediaSubtitles.mark })
    .from(mediaSubtitles)
    .where(inArray(mediaSubtitles.file, [...files]))
    .all();
  return new Map(rows.map(({ file, mark }) => [file, mark]));
}
