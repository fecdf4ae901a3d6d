import type { ReadDb } from '@/db/client';
import { cardLists, idsOf } from '@/db/queries/stories/card-lists';
import type { CardRow } from '@/db/queries/stories/listings';
import { allSections } from '@/db/queries/taxonomy/sections';
import { type Arrangement, pinsIn, type Source } from './arrangement/arrangement';
import { fillFront, type Pools } from './fill-front';

/** The length of the lists beside the head. */
export const HEADLINES = 4;
export const LATEST = 6;
export const MOST_READ = 5;
const ALIKE = 6;
const NEWEST = 40;

/** The lists beside the head of the home front, and how many stories each needs. */
export interface Lists {
  newest: number;
  day: number;
  week: number;
  month: number;
}

export const noLists: Lists = { newest: 0, day: 0, week: 0, month: 0 };

/**
 * The arrangement with its stories, and the requested lists: one query for any number of sections, and a second if a
 * slot shows stories related to the lead.
 */
export async function fillFromStore(db: ReadDb, arranged: Arrangement, now: Date, beside: Lists = noLists) {
  const slots = arranged.containers.flatMap((container) => container.slots);
  const uses = (from: string) => slots.some((slot) => slot.from === from);
  const wanted = new Set(slots.flatMap(({ from }) => sectionOf(from) ?? []));
  const sections = (await allSections(db)).filter(({ slug }) => wanted.has(slug));
  // A section's list must be longer than its own slots by the number of its stories that may be placed elsewhere.
  const elsewhere = slots.filter(({ from, pin }) => pin !== null || sectionOf(from) === null).length;
  const own = sections.map(({ slug }) => slots.filter(({ from }) => sectionOf(from) === slug).length);
  const each = Math.max(1, ...own) + elsewhere;
  const needsNewest = uses('newest') || uses('lead') || uses('elsewhere');
  const lists = {
    newest: idsOf.newest(
      needsNewest || beside.newest > 0 ? Math.max(NEWEST, slots.length + beside.newest) : 0,
    ),
    day: idsOf.mostRead('day', beside.day + (uses('most-read') ? slots.length : 0)),
    week: idsOf.mostRead('week', beside.week),
    month: idsOf.mostRead('month', beside.month),
    pinned: idsOf.given(pinsIn(arranged).map(({ storyId }) => storyId)),
    ...Object.fromEntries(sections.map(({ slug, id }) => [listOf(slug), idsOf.ofSection(id, each)])),
  };
  const rowsOf = await cardLists<string>(db, lists);
  const known = byId(Object.keys(lists).flatMap(rowsOf));
  const pools: Pools<CardRow> = {
    newest: rowsOf('newest'),
    mostRead: rowsOf('day'),
    ofSection: (slug) => rowsOf(listOf(slug)),
    alike: () => [],
    pinned: known,
  };
  const listed = {
    newest: rowsOf('newest'),
    day: rowsOf('day').slice(0, beside.day),
    week: rowsOf('week'),
    month: rowsOf('month'),
  };
  const filled = fillFront(arranged, pools, now);
  if (!uses('alike')) return { filled, listed };

  // Stories related to the lead can be found only when the lead is known.
  const lead = filled.flatMap((container) => container.slots).find((slot) => slot !== null)?.row;
  const alike = lead ? (await cardLists(db, { alike: idsOf.alike(lead.id, 3, ALIKE) }))('alike') : [];
  return { filled: fillFront(arranged, { ...pools, alike: () => alike }, now), listed };
}

const listOf = (slug: string): Source => `section:${slug}`;

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
