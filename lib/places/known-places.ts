import file from './places.json';

/** A place as the country knows it; the desk may have corrected its name since it was laid. */
export interface KnownPlace {
  /** As in `khulna-division`, `bagerhat` and `bagerhat-mongla`. */
  code: string;
  parentCode: string | null;
  level: 'division' | 'district' | 'upazila';
  name: string;
  nameEn: string;
  /** Former English spellings. */
  aliases: readonly string[];
}

/** Each division has a district of its own name (ঢাকা বিভাগ, ঢাকা জেলা): the code tells them apart. */
export function divisionCode(slug: string): string {
  return `${slug}-division`;
}

/** An upazila's slug is its own within the district only; some have the district's in it already (`bagerhat-sadar`). */
function upazilaCode(district: string, slug: string): string {
  return slug.startsWith(`${district}-`) ? slug : `${district}-${slug}`;
}

/** 8 divisions, their 64 districts and 495 upazilas: each after what it lies in. */
export const knownPlaces: readonly KnownPlace[] = [
  ...file.divisions.map(({ slug, bn, en }) => ({
    code: divisionCode(slug),
    parentCode: null,
    level: 'division' as const,
    name: bn,
    nameEn: en,
    aliases: [],
  })),
  ...file.districts.map(({ slug, bn, en, division, aliases }) => ({
    code: slug,
    parentCode: divisionCode(division),
    level: 'district' as const,
    name: bn,
    nameEn: en,
    aliases,
  })),
  ...file.districts.flatMap(({ slug: district, upazilas }) =>
    upazilas.map(({ slug, bn, en }) => ({
      code: upazilaCode(district, slug),
      parentCode: district,
      level: 'upazila' as const,
      name: bn,
      nameEn: en,
      aliases: [],
    })),
  ),
];

const byCode = new Map(knownPlaces.map((place) => [place.code, place]));

/** The official English spelling; `''` of a place that is not in the list. */
export function englishName(code: string): string {
  return byCode.get(code)?.nameEn ?? '';
}

/** Codes of places whose English names, former ones too, hold these letters. */
export function codesNamedInEnglish(words: string): string[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  return knownPlaces
    .filter(({ nameEn, aliases }) => [nameEn, ...aliases].some((name) => name.toLowerCase().includes(wanted)))
    .map(({ code }) => code);
}
