import type { Db } from '@/db/client';
import { cardsByIds, idsAlike, newestOfEach } from '@/db/queries/fronts';
import { type CardRow, listing } from '@/db/queries/listings';
import { type Arrangement, pinsIn } from './arrangement';
import { fillFront, type Pools } from './fill-front';

/** How long the lists beside the head are. */
export const HEADLINES = 4;
export const LATEST = 6;
export const MOST_READ = 5;
const ALIKE = 6;
const NEWEST = 40;

/** The arrangement with its stories. Eleven queries with the two of `readFront`, however many sections there are. */
export async function fillFromStore(db: Db, arranged: Arrangement, now: Date) {
  const slots = arranged.containers.flatMap((container) => container.slots);
  const uses = (from: string) => slots.some((slot) => slot.from === from);
  const sections = [...new Set(slots.flatMap(({ from }) => sectionOf(from) ?? []))];
  // A section's list must be longer than its own slots by whatever of it may stand elsewhere.
  const elsewhere = slots.filter(({ from, pin }) => pin !== null || sectionOf(from) === null).length;
  const own = sections.map((slug) => slots.filter(({ from }) => sectionOf(from) === slug).length);
  const [newest, mostRead, idsOf] = await Promise.all([
    listing.newest(db, { limit: Math.max(NEWEST, slots.length + LATEST + HEADLINES) }).all(),
    listing.mostRead(db, MOST_READ + (uses('most-read') ? slots.length : 0)).all(),
    newestOfEach(db, sections, Math.max(1, ...own) + elsewhere),
  ]);
  const known = byId(
    await cardsByIds(db, [...[...idsOf.values()].flat(), ...pinsIn(arranged).map(({ storyId }) => storyId)]),
  );
  const pools: Pools<CardRow> = {
    newest,
    mostRead,
    ofSection: (slug) => (idsOf.get(slug) ?? []).flatMap((id) => known(id) ?? []),
    alike: () => [],
    pinned: known,
  };
  const filled = fillFront(arranged, pools, now);
  if (!uses('alike')) return { filled, newest, mostRead };

  // What is like the lead is known only when it is known what leads.
  const lead = filled.flatMap((each) => each.slots).find((slot) => slot !== null)?.row;
  const alike = lead ? await onTheSameTopics(db, lead.id) : [];
  return { filled: fillFront(arranged, { ...pools, alike: () => alike }, now), newest, mostRead };
}

async function onTheSameTopics(db: Db, storyId: number): Promise<CardRow[]> {
  const ids = await idsAlike(db, storyId, 3, ALIKE);
  const known = byId(await cardsByIds(db, ids));
  return distinct(ids.flatMap((id) => known(id) ?? []));
}

function sectionOf(from: string): string | null {
  return from.startsWith('section:') ? from.slice('section:'.length) : null;
}

export function byId<Row extends { id: number }>(rows: readonly Row[]): (id: number) => Row | undefined {
  const map = new Map(rows.map((row) => [row.id, row]));
  return (id) => map.get(id);
}

export function distinct(rows: readonly CardRow[]): CardRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
