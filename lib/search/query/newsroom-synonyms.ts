import { normalise } from '@barta/bengali/normalise';
import type { ReadDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { settingsFrom } from '@/lib/site/settings';
import { termsOf } from '../indexing/terms';
import { type Equals, equalsOfGroups } from './match-expression';
import { synonymGroups } from './synonyms';

/**
 * The newsroom's own names of the same, typed a group a line with `=` between, as `হাওর = haor`. A line with fewer than two
 * names is left out and told in `faults`.
 */
export function ownSynonymsIn(typed: string): { groups: string[][]; faults: string[] } {
  const groups: string[][] = [];
  const faults: string[] = [];
  for (const line of normalise(typed)
    .split('\n')
    .map((each) => each.trim())) {
    if (line === '') continue;
    const names = line.split('=').map((name) => name.trim());
    const isFit = names.length > 1 && names.every((name) => termsOf(name).length > 0);
    if (isFit) groups.push(names);
    else faults.push(line);
  }
  return { groups, faults };
}

let known: { typed: string; equals: Equals } | undefined;

/** The names that stand for each other in this newsroom's search: those that come with it, and its own. */
export async function equalsIn(db: ReadDb): Promise<Equals> {
  const { synonyms } = settingsFrom(await settingRows(db));
  if (known?.typed !== synonyms) {
    known = {
      typed: synonyms,
      equals: equalsOfGroups([...synonymGroups, ...ownSynonymsIn(synonyms).groups]),
    };
  }
  return known.equals;
}
