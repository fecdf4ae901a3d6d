import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db } from '../client';
import { districts, storyDistricts } from '../schema';
import { untilChanged } from '../until-changed';

/** What a place lies in; to be joined left, a division has none. */
export const holder = alias(districts, 'holder');

/** A place's name that is no other's, as in `খুলনা বিভাগ`, `খুলনা`, `কালীগঞ্জ (গাজীপুর)`: a dozen upazilas share theirs. */
export const placeLabel = sql<string>`case ${districts.level}
  when 'division' then ${districts.name} || ' বিভাগ'
  when 'upazila' then ${districts.name} || ' (' || ${holder.name} || ')'
  else ${districts.name} end`;

/** Divisions, districts and upazilas, some 570 rows. */
export const allPlaces = untilChanged(async (db: Db) =>
  db.select().from(districts).orderBy(asc(districts.code)).all(),
);

/** The districts that a story names, in order. */
export const districtsOf = untilChanged(async (db: Db, storyId: number) => {
  return db
    .select({
      code: districts.code,
      name: districts.name,
      level: districts.level,
      parentCode: districts.parentCode,
    })
    .from(storyDistricts)
    .innerJoin(districts, eq(districts.code, storyDistricts.districtCode))
    .where(and(eq(storyDistricts.storyId, storyId), gte(storyDistricts.position, 0)))
    .orderBy(asc(storyDistricts.position))
    .all();
});

/** Those of these codes that have a published story. */
export async function placesWithStories(db: Db, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  return db
    .select({ code: districts.code })
    .from(districts)
    .where(
      and(
        inArray(districts.code, [...codes]),
        sql`exists (select 1 from story_districts where district_code = ${districts.code} and published_at is not null)`,
      ),
    )
    .all()
    .map(({ code }) => code);
}

/** Every place with the name of what holds it. */
export async function placesOnDesk(db: Db) {
  return db
    .select({ code: districts.code, name: districts.name, level: districts.level, holder: holder.name })
    .from(districts)
    .leftJoin(holder, eq(holder.code, districts.parentCode))
    .all();
}
