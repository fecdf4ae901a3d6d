import { and, count, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import {
  ads,
  bylines,
  livePosts,
  mediaFiles,
  type PictureOrigin,
  pictures,
  pictureUses,
  staff,
  stories,
} from '@/db/schema';

/** What a page must know of a picture besides its files. */
export const pictureLook = {
  focalX: pictures.focalX,
  focalY: pictures.focalY,
  colour: pictures.colour,
};

export interface LibraryListing {
  origin: PictureOrigin;
  /** For each word, the forms of which one is to be in the picture's words. */
  words?: readonly (readonly string[])[] | undefined;
  /** When it was taken, or else sent in; `from` inclusive, `to` exclusive. */
  from?: Date | undefined;
  to?: Date | undefined;
  /** Sent in by this member. */
  uploadedBy?: number | undefined;
  /** Only those that lack a caption, a credit or an alt. */
  isUnfinished?: boolean | undefined;
  /** The last one of the page before. */
  before?: number | undefined;
  limit: number;
}

const moment = sql`coalesce(${pictures.takenAt}, ${pictures.createdAt})`;

/**
 * Newest first; within days by when they were taken. One walk along an index: of the words', the member's, the days', of
 * what is unfinished or of all.
 */
export async function libraryListing(db: ReadDb, query: LibraryListing) {
  const { origin, words = [], from, to, before, limit, uploadedBy, isUnfinished } = query;
  const isFound = words.length > 0;
  const isOfDays = !isFound && (from !== undefined || to !== undefined);
  const id = isFound ? sql`picture_search.rowid` : sql`${pictures.id}`;
  const last = isOfDays && before !== undefined ? momentOf(db, before) : undefined;
  // What no other index is to be taken for has a sign before it.
  const by = isFound || isOfDays ? 'other' : uploadedBy !== undefined ? 'uploader' : 'origin';
  const wanted: (SQL | undefined)[] = [
    isFound
      ? sql`picture_search match ${matchOf(words, isWholeWords(db, query))} and ${pictures.id} = picture_search.rowid`
      : undefined,
    by === 'origin' ? eq(pictures.origin, origin) : sql`+${pictures.origin} = ${origin}`,
    from && sql`${moment} >= ${from.getTime()}`,
    to && sql`${moment} < ${to.getTime()}`,
    uploadedBy === undefined
      ? undefined
      : by === 'uploader'
        ? eq(pictures.uploadedBy, uploadedBy)
        : sql`+${pictures.uploadedBy} = ${uploadedBy}`,
    // As the index says it.
    isUnfinished ? sql`(caption = '' or credit = '' or alt = '')` : undefined,
    before === undefined || isOfDays
      ? undefined
      : // A number that is bound is a real, and FTS5 is led by integers only.
        sql`${id} < cast(${before} as integer)`,
    last === undefined
      ? undefined
      : sql`${moment} <= ${last} and (${moment} < ${last} or ${pictures.id} < ${before})`,
  ];
  const rows = db
    .select({
      id: pictures.id,
      width: pictures.width,
      height: pictures.height,
      caption: pictures.caption,
      credit: pictures.credit,
      alt: pictures.alt,
      variants: pictures.variants,
      origin: pictures.origin,
      takenAt: pictures.takenAt,
      createdAt: pictures.createdAt,
    })
    // For the types it begins with the pictures in any case: what is walked along has no columns of its own.
    .from((isFound ? sql`picture_search` : pictures) as typeof pictures)
    .$dynamic();
  if (isFound) rows.crossJoin(pictures);
  return rows
    .where(and(...wanted))
    .orderBy(...(isOfDays ? [sql`${moment} desc`] : []), sql`${id} desc`)
    .limit(limit)
    .all();
}

/**
 * For each word a key of it, from its beginning on: `নদী` finds নদীর, and so does what is still being typed. `isWhole`: the
 * words as they stand.
 */
function matchOf(words: readonly (readonly string[])[], isWhole = false): string {
  const end = isWhole ? '' : ' *';
  return words.map((keys) => `(${keys.map((key) => `"${key}"${end}`).join(' OR ')})`).join(' AND ');
}

/** So many pictures with the very words, and no others are looked for: a page of the library. */
const WORDS_ENOUGH = 48;

/** Of a beginning the index puts all pictures in order first: what stands in thousands is not still being typed. */
function isWholeWords(db: ReadDb, { words = [], origin, ...more }: LibraryListing): boolean {
  const { from, to, uploadedBy, isUnfinished } = more;
  if (from || to || uploadedBy !== undefined || isUnfinished) return false;
  const { found } = db.get<{ found: number }>(sql`select count(*) as found from
    (select 1 from picture_search cross join pictures on pictures.id = picture_search.rowid
     where picture_search match ${matchOf(words, true)} and +pictures.origin = ${origin} limit ${WORDS_ENOUGH})`) ?? {
    found: 0,
  };
  return found === WORDS_ENOUGH;
}

function momentOf(db: ReadDb, id: number): number | undefined {
  return db.get<{ at: number } | undefined>(sql`select ${moment} as at from ${pictures} where id = ${id}`)
    ?.at;
}

/** In how many places each of these pictures stands: stories by their lead, text and live posts, portraits and ads. */
export async function countUses(db: ReadDb, pictureIds: readonly number[]): Promise<Map<number, number>> {
  if (pictureIds.length === 0) return new Map();
  const ids = [...pictureIds];
  const among = [
    [stories, stories.pictureId],
    [pictureUses, pictureUses.pictureId],
    [livePosts, livePosts.pictureId],
    [bylines, bylines.portraitId],
    [mediaFiles, mediaFiles.posterId],
    [ads, ads.pictureId],
  ] as const;
  const counts = new Map<number, number>();
  for (const [table, pictureId] of among) {
    const rows = db
      .select({ id: pictureId, uses: count() })
      .from(table)
      .where(and(sql`${pictureId} is not null`, inArray(pictureId, ids)))
      .groupBy(pictureId)
      .all();
    for (const { id, uses } of rows) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + uses);
  }
  return counts;
}

/** One picture with the name of whoever sent it in. */
export async function pictureOnDesk(db: ReadDb, pictureId: number) {
  const found = db
    .select({ picture: pictures, uploader: staff.name })
    .from(pictures)
    .leftJoin(staff, eq(staff.id, pictures.uploadedBy))
    .where(eq(pictures.id, pictureId))
    .get();
  return found ? { ...found.picture, uploader: found.uploader } : undefined;
}

export const picturesById = cachedUntilCommit(async (db: ReadDb, ids: readonly number[]) => {
  if (ids.length === 0) return [];
  return db
    .select({ id: pictures.id, variants: pictures.variants, caption: pictures.caption })
    .from(pictures)
    .where(inArray(pictures.id, [...ids]))
    .all();
});
