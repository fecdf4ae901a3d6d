import { sql } from 'drizzle-orm';
import type { AppDb, ReadDb, Tx } from '@/db/client';
import { districts, HOLDS, stories, storyDistricts } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { knownPlaces } from './known-places';

/**
 * Lays divisions, districts and upazilas into a store that lacks any, whenever one is opened: no newsroom types them.
 * A place that is there is left as the desk has named it. Answers how many were laid.
 */
export async function seedPlaces(db: AppDb, now = new Date()): Promise<number> {
  // Most days there is nothing to do, and no need to ask for the lock.
  if (isWhole(db)) return 0;
  return tx(db, (t) => {
    let laid = 0;
    for (const { code, parentCode, level, name } of knownPlaces) {
      laid += t
        .insert(districts)
        .values({ code, parentCode, level, name })
        .onConflictDoNothing()
        .run().changes;
    }
    placeFormerStories(t);
    if (laid > 0) announce(t, { kind: 'settings-changed' }, now);
    return laid;
  });
}

function isWhole(db: ReadDb): boolean {
  const there = new Set(
    db
      .select({ code: districts.code })
      .from(districts)
      .all()
      .map(({ code }) => code),
  );
  return knownPlaces.every(({ code }) => there.has(code));
}

/** Stories from before a place was listed by what lies in it: each is put where `linkNames` puts it now. */
function placeFormerStories(t: Tx): void {
  t.run(sql`insert or ignore into ${storyDistricts} (story_id, district_code, position, published_at)
    select id, district_code, 0, case when state = 'published' then published_at end
    from ${stories} where district_code is not null`);
  // From upazila to district, and from there to the division.
  for (let step = 0; step < 2; step += 1) {
    t.run(sql`insert or ignore into ${storyDistricts} (story_id, district_code, position, published_at)
      select story_id, parent_code, ${HOLDS}, published_at
      from ${storyDistricts} join ${districts} on code = district_code where parent_code is not null`);
  }
}
