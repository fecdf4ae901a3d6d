import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { districts, stories } from '@/db/schema';

/** What a place lies in; to be joined left, a division has none. */
export const holder = alias(districts, 'holder');

/** A place's name that is no other's, as in `খুলনা বিভাগ`, `খুলনা`, `কালীগঞ্জ (গাজীপুর)`: a dozen upazilas share theirs. */
export const placeLabel = sql<string>`case ${districts.level}
  when 'division' then ${districts.name} || ' বিভাগ'
  when 'upazila' then ${districts.name} || ' (' || ${holder.name} || ')'
  else ${districts.name} end`;

type PlaceRow = typeof districts.$inferSelect;

/** By code. The very same list as before where none of its places has changed: what is made of it can be kept with it. */
function placesWhere(is: SQL) {
  const asText = preparedQuery((db) =>
    db
      .select({
        json: sql<string>`json_group_array(json_object('code', code, 'parentCode', parent_code, 'level', level, 'name', name))`,
      })
      .from(sql`(select * from ${districts} where ${is} order by code)`)
      .prepare(),
  );
  const lastRead = new WeakMap<ReadDb, { json: string; places: readonly PlaceRow[] }>();

  return cachedUntilCommit(async (db: ReadDb): Promise<readonly PlaceRow[]> => {
    const json = asText(db).get()?.json ?? '[]';
    const before = lastRead.get(db);
    if (before?.json === json) return before.places;
    const places = JSON.parse(json) as PlaceRow[];
    lastRead.set(db, { json, places });
    return places;
  });
}

/** Divisions, districts and upazilas, some 570 rows. */
export const allPlaces = placesWhere(sql`true`);

/** Divisions and districts alone, an eighth of them. */
export const largePlaces = placesWhere(sql`level <> 'upazila'`);

/** A column of a query on stories: the places that they name, in order, each with the district or division that it lies in. */
export const placesOfStory = sql`(select json_group_array(json_array(
    tie.position, place.code, place.name, place.level, around.code, around.name))
  from story_districts tie cross join districts place left join districts around on around.code = place.parent_code
  where tie.story_id = ${stories.id} and tie.position >= 0 and place.code = tie.district_code)`.mapWith(
  placesIn,
);

type PlaceJson = [
  position: number,
  code: string,
  name: string,
  level: 'division' | 'district' | 'upazila',
  around: string | null,
  aroundName: string,
];

function placesIn(json: string) {
  const rows = JSON.parse(json) as PlaceJson[];
  return rows
    .sort(([a], [b]) => a - b)
    .map(([, code, name, level, around, aroundName]) => ({
      code,
      name,
      level,
      around: around === null ? null : { code: around, name: aroundName },
    }));
}

/** Those of these codes that have a published story. */
export async function placesWithStories(db: ReadDb, codes: readonly string[]): Promise<string[]> {
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
export async function placesOnDesk(db: ReadDb) {
  return db
    .select({ code: districts.code, name: districts.name, level: districts.level, holder: holder.name })
    .from(districts)
    .leftJoin(holder, eq(holder.code, districts.parentCode))
    .all();
}
