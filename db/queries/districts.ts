import { asc, eq } from 'drizzle-orm';
import type { Db } from '../client';
import { districts, storyDistricts } from '../schema';
import { untilChanged } from '../until-changed';

/** 8 divisions and their 64 districts, by Bengali name. */
export async function allDistricts(db: Db) {
  return db.select().from(districts).orderBy(asc(districts.name)).all();
}

/** The districts that a story names, in order. */
export const districtsOf = untilChanged(async (db: Db, storyId: number) => {
  return db
    .select({ code: districts.code, name: districts.name })
    .from(storyDistricts)
    .innerJoin(districts, eq(districts.code, storyDistricts.districtCode))
    .where(eq(storyDistricts.storyId, storyId))
    .orderBy(asc(storyDistricts.position))
    .all();
});

export async function districtByCode(db: Db, code: string) {
  return db.select().from(districts).where(eq(districts.code, code)).get();
}
