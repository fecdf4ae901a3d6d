import { getDb, type ReadDb } from '@/db/client';
import { frontBySlug, runningLines } from '@/db/queries/site/fronts';
import type { CardRow } from '@/db/queries/stories/listings';
import { allSections } from '@/db/queries/taxonomy/sections';
import type { Period } from '@/lib/readership/periods';
import { cardsFrom, type StoryCard, storyAddress } from '@/lib/stories/for-readers/cards';
import { type Arrangement, arrangementIn, pinsIn } from './arrangement/arrangement';
import { type FrontSection, homeFront, usualHome, usualSection } from './arrangement/default-arrangement';
import { type LayoutName, type LayoutWidth, layouts } from './arrangement/layouts';
import { byId, distinct, fillFromStore, HEADLINES, LATEST, MOST_READ } from './fill-from-store';
import type { Filled } from './fill-front';

/** The home front: its containers in order, and the lists beside them. */
export interface Front {
  /** The head of the page: lead, two beside it, two lines below; null if no story was available. */
  top: (StoryCard | null)[] | null;
  blocks: FrontBlock[];
  headlines: StoryCard[];
  latest: StoryCard[];
  /** The most-read stories of the last day, week and month. */
  mostRead: Record<Period, StoryCard[]>;
  /** Every story that the page depends on, shown or not: a pin that becomes valid again changes it. */
  depends: number[];
}

/** A container below the head, with its stories. */
export interface FrontBlock {
  id: string;
  layout: LayoutName;
  width: LayoutWidth;
  /** Its heading; `''`: none. */
  name: string;
  /** What the heading links to; null: nothing. */
  href: string | null;
  stories: StoryCard[];
}

/** The published front, or the automatic one if it was never arranged. */
export async function readFront(db: ReadDb = getDb(), now = new Date()): Promise<Front> {
  const [sections, front] = await Promise.all([allSections(db), frontBySlug(db, homeFront)]);
  return readArranged(db, arrangementIn(front?.live) ?? usualHome(sections), sections, now);
}

/** A home front with any arrangement, also an unpublished one. */
export async function readArranged(
  db: ReadDb,
  arranged: Arrangement,
  sections: readonly FrontSection[],
  now: Date,
): Promise<Front> {
  const { filled, listed } = await fillFromStore(db, arranged, now, {
    newest: LATEST + HEADLINES,
    day: MOST_READ,
    week: MOST_READ,
    month: MOST_READ,
  });
  const { newest, ...popular } = listed;
  const head = filled.find(({ container }) => container.layout === 'top');
  const above = new Set(head?.slots.flatMap((slot) => slot?.row.id ?? []));
  const rest = newest.filter((row) => !above.has(row.id));
  const latest = rest.slice(0, LATEST);
  const headlines = rest.slice(LATEST, LATEST + HEADLINES);

  const placed = filled.flatMap(({ slots }) => slots.flatMap((slot) => slot?.row ?? []));
  const cards = cardsFrom(distinct([...placed, ...latest, ...headlines, ...Object.values(popular).flat()]));
  const cardOf = byId(cards);
  return {
    top: head ? head.slots.map((slot) => (slot ? displayed(slot, cardOf) : null)) : null,
    blocks: blocksOf(
      filled.filter((each) => each !== head),
      sections,
      cardOf,
    ),
    headlines: headlines.flatMap((row) => cardOf(row.id) ?? []),
    latest: latest.flatMap((row) => cardOf(row.id) ?? []),
    mostRead: {
      day: popular.day.flatMap((row) => cardOf(row.id) ?? []),
      week: popular.week.flatMap((row) => cardOf(row.id) ?? []),
      month: popular.month.flatMap((row) => cardOf(row.id) ?? []),
    },
    depends: [...new Set([...cards.map(({ id }) => id), ...pinsIn(arranged).map(({ storyId }) => storyId)])],
  };
}

export interface SectionFront {
  blocks: FrontBlock[];
  depends: number[];
  /** It was arranged by somebody. */
  isArranged: boolean;
}

/** The curated part above a section's listing. */
export async function readSectionFront(
  section: FrontSection,
  db: ReadDb = getDb(),
  now = new Date(),
): Promise<SectionFront> {
  const live = arrangementIn((await frontBySlug(db, section.slug))?.live);
  const front = await readArrangedSection(db, live ?? usualSection(section), section, now);
  return { ...front, isArranged: live !== null };
}

export async function readArrangedSection(
  db: ReadDb,
  arranged: Arrangement,
  section: FrontSection,
  now: Date,
): Promise<Pick<SectionFront, 'blocks' | 'depends'>> {
  const { filled } = await fillFromStore(db, arranged, now);
  const rows = filled.flatMap(({ slots }) => slots.flatMap((slot) => slot?.row ?? []));
  const cards = cardsFrom(rows);
  return {
    // The page's title is the section's name.
    blocks: blocksOf(filled, [], byId(cards)).map((block) => ({
      ...block,
      href: block.href === `/${section.slug}` ? null : block.href,
    })),
    depends: [...new Set([...rows.map(({ id }) => id), ...pinsIn(arranged).map(({ storyId }) => storyId)])],
  };
}

/** A line of the breaking strip. `href` null: plain text. */
export interface BreakingLine {
  id: number;
  words: string;
  storyId: number | null;
  href: string | null;
}

/** The current lines, in the desk's order. */
export async function readBreaking(db: ReadDb = getDb(), now = new Date()): Promise<BreakingLine[]> {
  return (await runningLines(db, now)).map(({ id, words, storyId, section }) => ({
    id,
    words,
    storyId,
    href: storyId !== null && section !== null ? storyAddress({ id: storyId, section }) : null,
  }));
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
      stories: slots.flatMap((slot) => (slot ? (displayed(slot, cardOf) ?? []) : [])),
    }))
    .filter(({ stories }) => stories.length > 0);
}

function displayed(
  { row, pin }: NonNullable<Filled<CardRow>[number]['slots'][number]>,
  cardOf: (id: number) => StoryCard | undefined,
): StoryCard | null {
  const card = cardOf(row.id);
  if (!card) return null;
  return pin?.headline ? { ...card, headline: pin.headline } : card;
}
