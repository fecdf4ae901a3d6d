import { getDb } from '@/db/client';
import { type CardRow, listing } from '@/db/queries/listings';
import { allSections } from '@/db/queries/sections';
import { topicsOf } from '@/db/queries/topics';
import { cardsFrom, type StoryCard } from '@/lib/stories/cards';
import { readMostRead } from '@/lib/stories/reading';

/** The front by the newsroom's own rule: the newest first, a picture for the lead, and nothing twice above the fold. */
export interface Front {
  lead: StoryCard | null;
  /** Beside the lead, on the same topic. */
  also: StoryCard[];
  secondary: StoryCard[];
  headlines: StoryCard[];
  latest: StoryCard[];
  mostRead: StoryCard[];
  blocks: FrontBlock[];
}
export interface FrontBlock {
  slug: string;
  name: string;
  stories: StoryCard[];
}

const ALSO = 2;
const SECONDARY = 2;
const HEADLINES = 4;
const LATEST = 6;
const IN_BLOCK = 6;
/** A story of opinion does not lead the front, however new. */
const NEVER_LEADS: ReadonlySet<string> = new Set(['opinion']);
/** How far down the newest list a lead with a photograph is looked for. */
const LEAD_WITHIN = 12;

export async function readFront(db = getDb()): Promise<Front> {
  const sections = await allSections(db);
  const [newest, mostRead] = await Promise.all([
    listing.newest(db, { limit: 40 }).all(),
    readMostRead(5, db),
  ]);

  const shown = new Set<number>();
  const take = (rows: readonly CardRow[], count: number) => {
    const fresh = rows.filter((row) => !shown.has(row.id)).slice(0, count);
    for (const row of fresh) shown.add(row.id);
    return fresh;
  };

  const news = newest.filter((row) => !NEVER_LEADS.has(row.section));
  const withPhoto = news.slice(0, LEAD_WITHIN).find((row) => row.variants !== null);
  const lead = take(withPhoto ? [withPhoto] : news, 1);
  const leadsSection = lead[0]?.section;
  // Two desks beside the lead's own, so that the top of the page is not one subject.
  const elsewhere = oneOfEach(news.filter((row) => row.section !== leadsSection));
  const secondary = take(elsewhere.concat(news), SECONDARY);
  const also = take(lead[0] ? await onTheSameTopic(lead[0].id) : [], ALSO);
  const aboveBlocks = new Set(shown);
  const latest = take(newest, LATEST);
  const headlines = take(newest, HEADLINES);

  const blocks = await Promise.all(
    sections.map(async (section) => {
      const rows = await listing.ofSection(db, section.id, { limit: IN_BLOCK + aboveBlocks.size }).all();
      const fresh = rows.filter((row) => !aboveBlocks.has(row.id)).slice(0, IN_BLOCK);
      return { slug: section.slug, name: section.name, stories: await cardsFrom(db, fresh) };
    }),
  );

  const cards = await cardsFrom(db, [...lead, ...also, ...secondary, ...headlines, ...latest]);
  const cardOf = (rows: readonly CardRow[]) =>
    rows.flatMap((row) => cards.find((candidate) => candidate.id === row.id) ?? []);
  return {
    lead: cardOf(lead)[0] ?? null,
    also: cardOf(also),
    secondary: cardOf(secondary),
    headlines: cardOf(headlines),
    latest: cardOf(latest),
    mostRead,
    blocks: blocks.filter((block) => block.stories.length > 0),
  };

  async function onTheSameTopic(storyId: number): Promise<CardRow[]> {
    const topics = await topicsOf(db, storyId);
    const each = await Promise.all(
      topics.slice(0, 3).map((topic) => listing.ofTopic(db, topic.id, { limit: ALSO + 4 }).all()),
    );
    return distinct(each.flat());
  }
}

function oneOfEach(rows: readonly CardRow[]): CardRow[] {
  const sections = new Set<string>();
  return rows.filter((row) => !sections.has(row.section) && sections.add(row.section));
}

function distinct(rows: readonly CardRow[]): CardRow[] {
  const seen = new Set<number>();
  return rows.filter((row) => !seen.has(row.id) && seen.add(row.id));
}
