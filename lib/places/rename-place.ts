import { normalise } from '@barta/bengali/normalise';
import { and, eq } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { districts, storyDistricts } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { reindexSome } from '@/lib/taxonomy/reindex-stories';
import { maxTaxonomyName, type TaxonomyRefusal } from '@/lib/taxonomy/taxonomy-refusal';

/**
 * A place’s Bengali name as readers see it. Its code, and so its address, stays. `basedOn` is the name that was
 * corrected: a place has nothing else to change, so its name is its version.
 */
export async function renamePlace(
  db: AppDb,
  actor: Actor,
  { code, basedOn, ...rawFields }: { code: string; basedOn: string; name: string },
  now = new Date(),
): Promise<Result<{ version: string }, TaxonomyRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const name = normalise(rawFields.name).replace(/\s+/gu, ' ').trim();
  if (name === '') return refused('name-empty', 'name');
  if (name.length > maxTaxonomyName) return refused('name-too-long', 'name');

  const outcome = await tx(db, (t) => {
    const place = t.select().from(districts).where(eq(districts.code, code)).get();
    if (!place) return refused('not-found' as const);
    if (place.name === name) return done({ isRenamed: false });
    if (place.name !== basedOn) return refused('stale' as const);
    const sister = and(eq(districts.name, name), eq(districts.level, place.level));
    const namesakes = t.select().from(districts).where(sister).all();
    // Two districts of one name could not be told apart on a list; two upazilas of different districts can.
    if (namesakes.some(({ parentCode }) => place.level !== 'upazila' || parentCode === place.parentCode))
      return refused('name-taken' as const, 'name');

    t.update(districts)
      .set({ name })
      .where(and(eq(districts.code, code), eq(districts.name, basedOn)))
      .run();
    appendAudit(t, {
      actor,
      verb: 'rename-place',
      subject: `district:${code}`,
      before: { name: place.name },
      after: { name },
      at: now,
    });
    // The name stands on cards and in pickers of any page.
    announce(t, { kind: 'settings-changed' }, now);
    return done({ isRenamed: true });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.isRenamed) await reindexSome(db, storiesNaming(db, code));
  return done({ version: name });
}

/** Stories that the search may find by a place: those listed there. */
function storiesNaming(db: ReadDb, code: string): number[] {
  return db
    .select({ id: storyDistricts.storyId })
    .from(storyDistricts)
    .where(eq(storyDistricts.districtCode, code))
    .all()
    .map(({ id }) => id);
}
