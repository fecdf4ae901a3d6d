import type { AppDb } from '@/db/client';
import { bylines, sections } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/cache/announce';
import { seedPlaces } from '@/lib/places/seed-places';
import { demoData } from './data';

/** Sections, districts and who signs. What has the same slug already is left as the desk has it. */
export async function seedSections(db: AppDb, now: Date): Promise<void> {
  await seedPlaces(db, now);
  const homes = demoData('sections').map((section, index) => ({ ...section, position: index + 1 }));
  await tx(db, (t) => {
    const added = t.insert(sections).values(homes).onConflictDoNothing().returning().all();
    t.insert(bylines).values(demoData('bylines')).onConflictDoNothing().run();
    if (added.length > 0) announce(t, { kind: 'settings-changed' }, now);
  });
}
