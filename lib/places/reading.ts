import { compareBengali } from '@barta/bengali/collation';
import { getDb } from '@/db/client';
import { type Cursor, listing } from '@/db/queries/stories/listings';
import { allPlaces, largePlaces, placesWithStories } from '@/db/queries/taxonomy/districts';
import { pageOf } from '@/lib/stories/for-readers/paging';
import mapFile from './map.json';

interface Place {
  code: string;
  name: string;
}
export interface District extends Place {
  upazilas: readonly Place[];
}
/** A division with its districts, and they with their upazilas, all in the order of the alphabet. */
export interface Division extends Place {
  districts: readonly District[];
}

type PlaceRows = Awaited<ReturnType<typeof allPlaces>>;

/** Names seldom change and every front asks for them: five milliseconds of looking up letters. */
const known = new WeakMap<PlaceRows, readonly Division[]>();

function divisionsOf(places: PlaceRows): readonly Division[] {
  const before = known.get(places);
  if (before) return before;
  const divisions = inAlphabet(places);
  known.set(places, divisions);
  return divisions;
}

function inAlphabet(places: PlaceRows): Division[] {
  const all = [...places].sort((a, b) => compareBengali(a.name, b.name));
  const within = (parent: string | null) =>
    all.filter(({ parentCode }) => parentCode === parent).map(({ code, name }) => ({ code, name }));
  return all
    .filter(({ level }) => level === 'division')
    .map(({ code, name }) => ({
      code,
      name,
      districts: within(code).map((district) => ({ ...district, upazilas: within(district.code) })),
    }));
}

/** Every place that a reader may ask the news of. */
export async function readPlaces(db = getDb()): Promise<readonly Division[]> {
  return divisionsOf(await allPlaces(db));
}

/** Divisions and districts; no upazila, as only who has chosen a district is asked for one. */
export async function readDivisions(db = getDb()): Promise<readonly Division[]> {
  return divisionsOf(await largePlaces(db));
}

/** Where a place lies, and what lies in it. */
export interface PlaceContext {
  place: Place & { level: 'division' | 'district' | 'upazila' };
  /** What it lies in, the largest first. */
  above: readonly Place[];
  within: readonly Place[];
}

/** Null for a code that no place has. */
export function placeIn(divisions: readonly Division[], code: string): PlaceContext | null {
  for (const division of divisions) {
    if (division.code === code)
      return {
        place: { ...bare(division), level: 'division' },
        above: [],
        within: division.districts.map(bare),
      };
    for (const district of division.districts) {
      if (district.code === code) {
        const place = { ...bare(district), level: 'district' as const };
        return { place, above: [bare(division)], within: district.upazilas };
      }
      const upazila = district.upazilas.find((one) => one.code === code);
      if (upazila) {
        const place = { ...bare(upazila), level: 'upazila' as const };
        return { place, above: [bare(division), bare(district)], within: [] };
      }
    }
  }
  return null;
}

const bare = ({ code, name }: Place): Place => ({ code, name });

/** What the head of a place's page says of it; null if there is no such place. */
export async function readPlaceNamed(code: string, db = getDb()): Promise<PlaceContext | null> {
  return placeIn(await readPlaces(db), code);
}

export async function hasNews(code: string, db = getDb()): Promise<boolean> {
  return (await placesWithStories(db, [code])).length > 0;
}

/** The stories of a place and of all places in it; null if there is no such place. */
export async function readPlace(code: string, before?: Cursor, db = getDb()) {
  const around = await readPlaceNamed(code, db);
  if (!around) return null;
  return { ...around, ...(await pageOf((page) => listing.ofDistrict(db, code, page).all(), before)) };
}

/** What the map is drawn of: outlines by division, and where each district's town lies. */
export interface PlaceMap {
  /** Whose lines and points they are; to be said beside the map. */
  source: string;
  width: number;
  height: number;
  /** Two divisions have one outline where the source knows no line between them. */
  shapes: readonly { divisions: readonly string[]; path: string }[];
  /** By code of the district: where the dot is, and where its name begins (`end`: ends); null where none fits. */
  towns: Readonly<Record<string, MapPoint>>;
  /** By code of the division: the middle of its name. */
  labels: Readonly<Record<string, readonly [x: number, y: number]>>;
}
interface MapPoint {
  x: number;
  y: number;
  name: { x: number; y: number; anchor: 'start' | 'end' | 'middle' } | null;
}

export const readPlaceMap = (): PlaceMap => mapFile as unknown as PlaceMap;
