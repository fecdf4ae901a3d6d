import { getDb } from '@/db/client';
import { cardsByIds, frontBySlug, newestOfEach, runningLines } from '@/db/queries/fronts';
import { type CardRow, listing } from '@/db/queries/listings';
import { allSections } from '@/db/queries/sections';
import { topicsOf } from '@/db/queries/topics';
import { cardsFrom, type StoryCard, storyAddress } from '@/lib/stories/cards';
import { type Arrangement, arrangementIn, pinsIn } from './arrangement';
import { type Filled, fillFront, type Pools } from './fill-front';
import { type LayoutName, type LayoutWidth, layouts } from './layouts';
import { type FrontSection, homeFront, usualHome, usualSection } from './usual-arrangement';

/** The home front: its containers in order, and the lists beside them. */
export interface Front {
  /** The head of the page: lead, two beside it, two lines below; null where a story was not to be had. */
  top: (StoryCard | null)[] | null;
  blocks: FrontBlock[];
  headlines: StoryCard[];
  latest: StoryCard[];
  mostRead: StoryCard[];
  /** Every story that the page depends on, shown or not: a pin that comes back to life changes it. */
  depends: number[];
}

/** A container below the head, with the stories that it shows. */
export interface FrontBlock {
  id: string;
  layout: LayoutName;
  width: LayoutWidth;
  /** Its heading; `''`: none. */
  name: string;
  /** Where the heading leads; null: nowhere. */
  href: string | null;
  stories: StoryCard[];
}

const HEADLINES = 4;
const LATEST = 6;
const MOST_READ = 5;
const ALIKE = 6;
const NEWEST = 40;

/** The front as it is published, or as it fills itself where nobody has arranged it. */
export async function readFront(db = getDb(), now = new Date()): Promise<Front> {
  const [sections, front] = await Promise.all([allSections(db), frontBySlug(db, homeFront)]);
  return readArranged(db, arrangementIn(front?.live) ?? usualHome(sections), sections, now);
}

/** A home front put together by any arrangement: also one that is not published. */
export async function readArranged(
  db: ReturnType<typeof getDb>,
  arranged: Arrangement,
  sections: readonly FrontSection[],
  now: Date,
): Promise<Front> {
  const { filled, newest, mostRead } = await fill(db, arranged, now);
  const head = filled.find(({ container }) => container.layout === 'top');
  const above = new Set(head?.slots.flatMap((slot) => slot?.row.id ?? []));
  const rest = newest.filter((row) => !above.has(row.id));
  const latest = rest.slice(0, LATEST);
  const headlines = rest.slice(LATEST, LATEST + HEADLINES);
  const popular = mostRead.slice(0, MOST_READ);

  const placed = filled.flatMap(({ slots }) => slots.flatMap((slot) => slot?.row ?? []));
  const cards = await cardsFrom(db, distinct([...placed, ...latest, ...headlines, ...popular]));
  const cardOf = byId(cards);
  return {
    top: head ? head.slots.map((slot) => (slot ? shown(slot, cardOf) : null)) : null,
    blocks: blocksOf(
      filled.filter((each) => each !== head),
      sections,
      cardOf,
    ),
    headlines: headlines.flatMap((row) => cardOf(row.id) ?? []),
    latest: latest.flatMap((row) => cardOf(row.id) ?? []),
    mostRead: popular.flatMap((row) => cardOf(row.id) ?? []),
    depends: [...new Set([...cards.map(({ id }) => id), ...pinsIn(arranged).map(({ storyId }) => storyId)])],
  };
}

export interface SectionFront {
  blocks: FrontBlock[];
  depends: number[];
  /** Somebody has arranged it. */
  isArranged: boolean;
}

/** What stands above a section's listing. */
export async function readSectionFront(
  section: FrontSection,
  db = getDb(),
  now = new Date(),
): Promise<SectionFront> {
  const live = arrangementIn((await frontBySlug(db, section.slug))?.live);
  const front = await readArrangedSection(db, live ?? usualSection(section), section, now);
  return { ...front, isArranged: live !== null };
}

export async function readArrangedSection(
  db: ReturnType<typeof getDb>,
  arranged: Arrangement,
  section: FrontSection,
  now: Date,
): Promise<Pick<SectionFront, 'blocks' | 'depends'>> {
  const { filled } = await fill(db, arranged, now);
  const rows = filled.flatMap(({ slots }) => slots.flatMap((slot) => slot?.row ?? []));
  const cards = await cardsFrom(db, rows);
  return {
    // The page itself is called by the section's name.
    blocks: blocksOf(filled, [], byId(cards)).map((block) => ({
      ...block,
      href: block.href === `/${section.slug}` ? null : block.href,
    })),
    depends: [...new Set([...rows.map(({ id }) => id), ...pinsIn(arranged).map(({ storyId }) => storyId)])],
  };
}

/** A line of the শিরোনাম strip. `href` null: it is words alone. */
export interface BreakingLine {
  id: number;
  words: string;
  storyId: number | null;
  href: string | null;
}

/** The lines that run now, in the desk's order. */
export async function readBreaking(db = getDb(), now = new Date()): Promise<BreakingLine[]> {
  return (await runningLines(db, now)).map(({ id, words, storyId, section }) => ({
    id,
    words,
    storyId,
    href: storyId !== null && section !== null ? storyAddress({ id: storyId, section }) : null,
  }));
}

/** The arrangement with its stories. Eleven queries with the two of `readFront`, however many sections there are. */
export async function fill(db: ReturnType<typeof getDb>, arranged: Arrangement, now: Date) {
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

async function onTheSameTopics(db: ReturnType<typeof getDb>, storyId: number): Promise<CardRow[]> {
  const topics = await topicsOf(db, storyId);
  const each = await Promise.all(
    topics.slice(0, 3).map((topic) => listing.ofTopic(db, topic.id, { limit: ALIKE }).all()),
  );
  return distinct(each.flat());
}

function blocksOf(
  filled: Filled<CardRow>,
  sections: readonly FrontSection[],
  cardOf: (id: number) => StoryCard | undefined,
): FrontBlock[] {
  return filled
    .map(({ container: { id, layout, title, section }, slots }) => ({
      id,
      layout,
      width: layouts[layout].width,
      name: title || (sections.find(({ slug }) => slug === section)?.name ?? ''),
      href: section ? `/${section}` : null,
      stories: slots.flatMap((slot) => (slot ? (shown(slot, cardOf) ?? []) : [])),
    }))
    .filter(({ stories }) => stories.length > 0);
}

function shown(
  { row, pin }: NonNullable<Filled<CardRow>[number]['slots'][number]>,
  cardOf: (id: number) => StoryCard | undefined,
): StoryCard | null {
  const card = cardOf(row.id);
  if (!card) return null;
  return pin?.headline ? { ...card, headline: pin.headline } : card;
}

function sectionOf(from: string): string | null {
  return from.startsWith('section:') ? from.slice('section:'.length) : null;
}

function byId<Row extends { id: number }>(rows: readonly Row[]): (id: number) => Row | undefined {
  const map = new Map(rows.map((row) => [row.id, row]));
  return (id) => map.get(id);
}

function distinct(rows: readonly CardRow[]): CardRow[] {
  return [...new Map(rows.map((row) => [row.id, row])).values()];
}
