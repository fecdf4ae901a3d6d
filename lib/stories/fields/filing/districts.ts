import { and, asc, eq, gte } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { holder, placeLabel } from '@/db/queries/taxonomy/districts';
import { districts as districtsTable, HOLDS, storyDistricts } from '@/db/schema';
import { textOf } from '@/lib/forms/read-form';
import { placesAround } from '@/lib/places/places-around';
import { done, refused } from '@/lib/result';
import type { StoryField } from '../field';
import { importedText, namesField } from '../field-kinds';
import { oneLine } from '../tidy-text';

/** The story's main place, by its code. */
export const district: StoryField<string> = {
  label: 'editor.district',
  empty: '',
  parse: (form) => textOf(form, 'district'),
  formValue: (code) => code,
  tidy: (code) => code.trim(),
  faults: () => [],
  read: (_, row) => row.districtCode ?? '',
  columns(t, code) {
    if (code === '') return done({ districtCode: null });
    const known = t.select().from(districtsTable).where(eq(districtsTable.code, code)).get();
    return known ? done({ districtCode: code }) : refused('unknown', 'district');
  },
  merge: 'value',
  importShape: importedText,
};

/** The others, by name. */
export const districts = namesField<{ district: string }>('districts', {
  label: 'editor.otherDistricts',
  limit: 12,
  read: (t, { id, districtCode }) =>
    t
      .select({ name: placeLabel, code: districtsTable.code })
      .from(storyDistricts)
      .innerJoin(districtsTable, eq(districtsTable.code, storyDistricts.districtCode))
      .leftJoin(holder, eq(holder.code, districtsTable.parentCode))
      .where(and(eq(storyDistricts.storyId, id), gte(storyDistricts.position, 0)))
      .orderBy(asc(storyDistricts.position))
      .all()
      .filter(({ code }) => code !== districtCode)
      .map(({ name }) => name),
  columns: (t, names, { district: first }) =>
    codesOfPlaces(t, first, names) === null ? refused('unknown', 'districts') : done({}),
  link(t, storyId, names, { district: first }) {
    t.delete(storyDistricts).where(eq(storyDistricts.storyId, storyId)).run();
    const places = codesOfPlaces(t, first, names) ?? [];
    for (const [position, districtCode] of places.entries()) {
      t.insert(storyDistricts).values({ storyId, districtCode, position }).run();
    }
    for (const districtCode of placesAround(t, places)) {
      t.insert(storyDistricts).values({ storyId, districtCode, position: HOLDS }).run();
    }
  },
});

/** The main place comes first; null if a name is unknown or matches several upazilas. */
function codesOfPlaces(t: Tx, first: string, names: readonly string[]): string[] | null {
  const begin = first ? [first] : [];
  if (names.length === 0) return begin;
  const all = t
    .select({
      code: districtsTable.code,
      name: districtsTable.name,
      level: districtsTable.level,
      label: placeLabel,
    })
    .from(districtsTable)
    .leftJoin(holder, eq(holder.code, districtsTable.parentCode))
    .all();
  const found = names.map((name) => {
    const exact = all.find(({ code, label }) => code === name || oneLine(label) === name);
    if (exact) return exact.code;
    // The label of a district is its name, so that a district comes before a division and an upazila of the same name.
    const [one, ...others] = all.filter((place) => oneLine(place.name) === name);
    return others.length === 0 ? one?.code : undefined;
  });
  if (found.includes(undefined)) return null;
  return [...new Set([...begin, ...found.filter((code) => code !== undefined)])];
}
