import type { Arrangement, FrontContainer, Pin, Source } from './arrangement/arrangement';
import { layouts } from './arrangement/layouts';

/** As much of a story as is needed to give it a place. */
export interface Candidate {
  id: number;
  section: string;
  /** Null: it has no photograph. */
  variants: unknown;
}

/** What slots are filled from: published stories only, each list in its own order. */
export interface Pools<Row extends Candidate> {
  newest: readonly Row[];
  mostRead: readonly Row[];
  ofSection(slug: string): readonly Row[];
  /** What shares a topic with the story that leads. */
  alike(leadId: number): readonly Row[];
  pinned(storyId: number): Row | undefined;
}

export interface PlacedStory<Row> {
  row: Row;
  /** The pin that put it here; null where the slot filled itself. */
  pin: Pin | null;
}

export type Filled<Row> = { container: FrontContainer; slots: (PlacedStory<Row> | null)[] }[];

/** A story of opinion does not lead the front by itself, however new. */
const NEVER_LEADS: ReadonlySet<string> = new Set(['opinion']);
/** How far down a list a story with a photograph is looked for. */
const LEAD_WITHIN = 12;
const PHOTO_WITHIN = 6;

/**
 * Gives every slot its story, from above to below. A pin holds while its story is published and its time has not
 * run out; otherwise the slot fills itself. No story stands twice: an automatic slot passes over whatever is placed
 * above it, and over what is pinned below.
 */
export function fillFront<Row extends Candidate>(
  { containers }: Arrangement,
  pools: Pools<Row>,
  now: Date,
): Filled<Row> {
  const taken = new Set<number>();
  for (const { pin } of containers.flatMap(({ slots }) => slots)) {
    if (pin && pinned(pin)) taken.add(pin.storyId);
  }
  const pinnedAlready = new Set<number>();
  let lead: Row | undefined;

  return containers.map((container) => {
    const slots = container.slots.map(({ from, pin }, index): PlacedStory<Row> | null => {
      const placed = byPin(pin) ?? byItself(from, index === 0 && layouts[container.layout].photoFirst);
      lead ??= placed?.row;
      return placed;
    });
    return { container, slots };
  });

  function pinned(pin: Pin): Row | undefined {
    if (pin.until !== null && pin.until <= now.getTime()) return undefined;
    return pools.pinned(pin.storyId);
  }

  function byPin(pin: Pin | null): PlacedStory<Row> | null {
    const row = pin && pinned(pin);
    if (!row || pinnedAlready.has(row.id)) return null;
    pinnedAlready.add(row.id);
    return { row, pin };
  }

  function byItself(from: Source, wantsPhoto: boolean): PlacedStory<Row> | null {
    const free = candidatesFor(from).filter(({ id }) => !taken.has(id));
    const withPhoto = wantsPhoto ? free.slice(0, PHOTO_WITHIN).find(hasPhoto) : undefined;
    const row = withPhoto ?? free[0];
    if (!row) return null;
    taken.add(row.id);
    return { row, pin: null };
  }

  function candidatesFor(from: Source): readonly Row[] {
    const news = () => pools.newest.filter(({ section }) => !NEVER_LEADS.has(section));
    switch (from) {
      case 'newest':
        return pools.newest;
      case 'most-read':
        return pools.mostRead;
      case 'alike':
        return lead ? pools.alike(lead.id) : [];
      case 'lead': {
        const photo = news()
          .slice(0, LEAD_WITHIN)
          .find((row) => hasPhoto(row) && !taken.has(row.id));
        return photo ? [photo] : news();
      }
      case 'elsewhere':
        // One desk each beside the lead's own, so that the top of the page is not one subject.
        return oneOfEach(news().filter(({ section }) => section !== lead?.section)).concat(news());
      default:
        return pools.ofSection(from.slice('section:'.length));
    }
  }
}

function hasPhoto(row: Candidate): boolean {
  return row.variants !== null;
}

function oneOfEach<Row extends Candidate>(rows: readonly Row[]): Row[] {
  const sections = new Set<string>();
  return rows.filter(({ section }) => !sections.has(section) && sections.add(section));
}
