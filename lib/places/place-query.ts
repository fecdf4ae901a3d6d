import type { Division } from './reading';
import { placeIn } from './reading';

/** What the picker's form sends; `''` for a list that says all. `from`: the place whose page the form stood on. */
export interface PlaceQuery {
  division: string;
  district: string;
  upazila: string;
  from: string;
}

/**
 * The place that a reader means who has filled three lists in without a script between them: the largest of them that
 * is another than it was says what is wanted, and the smaller ones count where they lie in it. `''` means the whole
 * country; null a code that no place has.
 */
export function findPlaceInQuery(divisions: readonly Division[], query: PlaceQuery): string | null {
  const { division, district, upazila } = query;
  const chosen = [division, district, upazila].filter(Boolean);
  if (chosen.some((code) => placeIn(divisions, code) === null)) return null;

  const former = lineOf(divisions, query.from);
  const isIn = (code: string, holder: string) => lineOf(divisions, code).includes(holder);
  if (division !== (former[0] ?? '')) return division && isIn(district, division) ? district : division;
  if (district === '') return division;
  if (division !== '' && !isIn(district, division)) return division;
  return upazila !== '' && isIn(upazila, district) ? upazila : district;
}

/** A place's division, district and itself, as far as there are. */
function lineOf(divisions: readonly Division[], code: string): string[] {
  const found = placeIn(divisions, code);
  return found ? [...found.above.map((place) => place.code), found.place.code] : [];
}
