import { and, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../client';
import { type PictureOrigin, pictures, pictureUses, staff, stories } from '../schema';
import { untilChanged } from '../until-changed';

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

/** Newest first. Without words it is one walk along an index; words are looked for in each picture's keys. */
export async function libraryListing(
  db: Db,
  { origin, words, from, to, before, limit, ...asked }: LibraryListing,
) {
  const moment = sql`coalesce(${pictures.takenAt}, ${pictures.createdAt})`;
  const wanted: (SQL | undefined)[] = [
    eq(pictures.origin, origin),
    ...(words ?? []).map(anyOf),
    from && gte(moment, from.getTime()),
    to && lt(moment, to.getTime()),
    asked.uploadedBy === undefined ? undefined : eq(pictures.uploadedBy, asked.uploadedBy),
    asked.isUnfinished
      ? or(eq(pictures.caption, ''), eq(pictures.credit, ''), eq(pictures.alt, ''))
      : undefined,
    before === undefined ? undefined : lt(pictures.id, before),
  ];
  return db
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
    .from(pictures)
    .where(and(...wanted))
    .orderBy(desc(pictures.id))
    .limit(limit)
    .all();
}

/** From the beginning of a word: `নদী` finds নদীর, and so does what is still being typed. */
function anyOf(keys: readonly string[]): SQL | undefined {
  return or(...keys.map((key) => sql`instr(${pictures.searchKeys}, ${` ${key}`}) > 0`));
}

/** In how many stories each of these pictures stands, as lead or in the body. */
export async function countUses(db: Db, pictureIds: readonly number[]): Promise<Map<number, number>> {
  if (pictureIds.length === 0) return new Map();
  const leads = db
    .select({ id: stories.pictureId, uses: count() })
    .from(stories)
    .where(and(sql`${stories.pictureId} is not null`, inArray(stories.pictureId, [...pictureIds])))
    .groupBy(stories.pictureId)
    .all();
  const bodies = db
    .select({ id: pictureUses.pictureId, uses: count() })
    .from(pictureUses)
    .where(inArray(pictureUses.pictureId, [...pictureIds]))
    .groupBy(pictureUses.pictureId)
    .all();
  const counts = new Map<number, number>();
  for (const { id, uses } of [...leads, ...bodies]) {
    if (id !== null) counts.set(id, (counts.get(id) ?? 0) + uses);
  }
  return counts;
}

/** One picture with the name of whoever sent it in. */
export async function pictureOnDesk(db: Db, pictureId: number) {
  const found = db
    .select({ picture: pictures, uploader: staff.name })
    .from(pictures)
    .leftJoin(staff, eq(staff.id, pictures.uploadedBy))
    .where(eq(pictures.id, pictureId))
    .get();
  return found ? { ...found.picture, uploader: found.uploader } : undefined;
}

export const picturesById = untilChanged(async (db: Db, ids: readonly number[]) => {
  if (ids.length === 0) return [];
  return db
    .select({ id: pictures.id, variants: pictures.variants, caption: pictures.caption })
    .from(pictures)
    .where(inArray(pictures.id, [...ids]))
    .all();
});
