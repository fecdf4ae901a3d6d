import type { Db } from '@/db/client';
import { bylines, districts, sections } from '@/db/schema';
import { tx } from '@/db/tx';
import { announce } from '@/lib/pages/announce';
import { demoData } from './data';

/** Sections, districts and who signs. What has the same slug already is left as the desk has it. */
export async function seedPlaces(db: Db, now: Date): Promise<void> {
  const { divisions, districts: inDivisions } = demoData('districts');
  const homes = demoData('sections').map((section, index) => ({ ...section, position: index + 1 }));

  await tx(db, (t) => {
    const added = t.insert(sections).values(homes).onConflictDoNothing().returning().all();
    t.insert(districts)
      .values(
        divisions.map(({ code, name }) => ({ code: divisionCode(code), name, level: 'division' as const })),
      )
      .onConflictDoNothing()
      .run();
    t.insert(districts)
      .values(
        inDivisions.map(({ code, division, name }) => ({
          code,
          name,
          parentCode: divisionCode(division),
          level: 'district' as const,
        })),
      )
      .onConflictDoNothing()
      .run();
    t.insert(bylines).values(demoData('bylines')).onConflictDoNothing().run();
    if (added.length > 0) announce(t, { kind: 'settings-changed' }, now);
  });
}

/** Each division has a district of its own name (ঢাকা বিভাগ, ঢাকা জেলা): the code tells them apart. */
function divisionCode(code: string): string {
  return `${code}-division`;
}
