import { compareBengali } from '@barta/bengali/collation';
import { normalise } from '@barta/bengali/normalise';
import { getDb } from '@/db/client';
import { placesOnDesk } from '@/db/queries/taxonomy/districts';
import { requireStaff } from '@/lib/people/require-staff';
import { codesNamedInEnglish, englishName } from './known-places';

const LEVELS = ['division', 'district', 'upazila'] as const;

/** Places by name in either script, the larger first; without words divisions and districts. And the one being edited. */
export async function deskPlaces(words: string, editing: string) {
  await requireStaff('curate', '/admin/districts');
  const db = getDb();
  const find = normalise(words).trim().slice(0, 80);
  const all = await placesOnDesk(db);
  const inEnglish = new Set(codesNamedInEnglish(find));
  const wanted = all.filter(({ code, name, level }) =>
    find === '' ? level !== 'upazila' : name.includes(find) || inEnglish.has(code),
  );
  const withEnglishName = (place: (typeof all)[number]) => ({ ...place, nameEn: englishName(place.code) });
  const edited = all.find(({ code }) => code === editing);
  return {
    places: wanted
      .map(withEnglishName)
      .sort((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || compareBengali(a.name, b.name)),
    edited: edited ? withEnglishName(edited) : null,
  };
}
