import { and, asc, eq } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { ads, pictures } from '@/db/schema';

const switchedOn = preparedQuery((db) =>
  db
    .select({
      id: ads.id,
      slot: ads.slot,
      name: ads.name,
      kind: ads.kind,
      href: ads.href,
      isOn: ads.isOn,
      from: ads.from,
      until: ads.until,
      variants: pictures.variants,
      alt: pictures.alt,
    })
    .from(ads)
    .leftJoin(pictures, eq(pictures.id, ads.pictureId))
    .where(eq(ads.isOn, true))
    .orderBy(asc(ads.id))
    .prepare(),
);

/** Those that are switched on, with the files of their pictures; the creatives of frames stay where they are. */
export const adsOn = cachedUntilCommit(async (db: ReadDb) => switchedOn(db).all());

export async function allAds(db: ReadDb) {
  return db.select().from(ads).orderBy(asc(ads.slot), asc(ads.id)).all();
}

export async function adById(db: ReadDb, id: number) {
  return db.select().from(ads).where(eq(ads.id, id)).get();
}

/** A frame's creative, if it is switched on. */
export async function creativeOf(db: ReadDb, id: number) {
  return db
    .select({ html: ads.html, until: ads.until })
    .from(ads)
    .where(and(eq(ads.id, id), eq(ads.kind, 'html'), eq(ads.isOn, true)))
    .get();
}
