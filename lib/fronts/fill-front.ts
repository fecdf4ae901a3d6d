import type { Arrangement, FrontContainer, Pin, Source } from './arrangement/arrangement';
import { layouts } from './arrangement/layouts';

/** The parts of a story needed to place it. */
export interface Candidate {
  id: number;
  section: string;
  /** Null: without a photograph. */
  variants: unknown;
}

/** The candidates for slots: published stories only, each list in its own order. */
export interface Pools<Row extends Candidate> {
  newest: readonly Row[];
  mostRead: readonly Row[];
  ofSection: (slug: string) => readonly Row[];
  /** Stories that share a topic with the lead. */
  alike: (leadId: number) => readonly Row[];
  pinned: (storyId: number) => Row | undefined;
}

export interface PlacedStory<Row> {
  row: Row;
  /** The pin that placed it; null for an automatic slot. */
  pin: Pin | null;
}

export type Filled<Row> = { container: FrontContainer; slots: (PlacedStory<Row> | null)[] }[];

/** An opinion does not become lead automatically, however new. */
const NEVER_LEADS: ReadonlySet<string> = new Set(['opinion']);
/** How many stories of a list are searched for one with a photograph. */
const LEAD_WITHIN = 12;
const PHOTO_WITHIN = 6;

/**
 * Assigns a story to every slot from top to bottom. A pin holds while its story is published and it has not expired;
 * otherwise the slot is automatic. No story appears twice: an automatic slot skips what is placed above it and what
 * is pinned below.
 */
export function fillFront<Row extends Candidate>(
  { containers }: Arrangement,
  pools: Pools<Row>,
  now: Date,
): Filled<Row> {
  const filling = new FrontFilling(pools, now);
  for (const { slots } of containers) for (const { pin } of slots) filling.reserve(pin);
  return containers.map((container) => {
    const { photoFirst } = layouts[container.layout];
    const slots = container.slots.map((slot, at) => filling.place(slot, at === 0 && photoFirst));
    return { container, slots };
  });
}

/** A front while it is being filled. */
class FrontFilling<Row extends Candidate> {
  readonly #pools: Pools<Row>;
  readonly #now: Date;
  /** Stories that no automatic slot may take. */
  readonly #taken = new Set<number>();
  readonly #pinned = new Set<number>();
  #lead: Row | undefined;

  constructor(pools: Pools<Row>, now: Date) {
    this.#pools = pools;
    this.#now = now;
  }

  /** Reserves a pinned story for its slot. */
  reserve(pin: Pin | null): void {
    if (pin && this.#pinnedStory(pin)) this.#taken.add(pin.storyId);
  }

  place({ from, pin }: { from: Source; pin: Pin | null }, wantsPhoto: boolean): PlacedStory<Row> | null {
    const placed = this.#byPin(pin) ?? this.#automatic(from, wantsPhoto);
    this.#lead ??= placed?.row;
    return placed;
  }

  #pinnedStory({ until, storyId }: Pin): Row | undefined {
    if (until !== null && until <= this.#now.getTime()) return undefined;
    return this.#pools.pinned(storyId);
  }

  #byPin(pin: Pin | null): PlacedStory<Row> | null {
    const row = pin && this.#pinnedStory(pin);
    if (!row || this.#pinned.has(row.id)) return null;
    this.#pinned.add(row.id);
    return { row, pin };
  }

  #automatic(from: Source, wantsPhoto: boolean): PlacedStory<Row> | null {
    const free = this.#candidatesFor(from).filter(({ id }) => !this.#taken.has(id));
    const withPhoto = wantsPhoto ? free.slice(0, PHOTO_WITHIN).find(hasPhoto) : undefined;
    const row = withPhoto ?? free[0];
    if (!row) return null;
    this.#taken.add(row.id);
    return { row, pin: null };
  }

  #candidatesFor(from: Source): readonly Row[] {
    const { newest, mostRead, alike, ofSection } = this.#pools;
    const lead = this.#lead;
    const news = () => newest.filter(({ section }) => !NEVER_LEADS.has(section));
    switch (from) {
      case 'newest':
        return newest;
      case 'most-read':
        return mostRead;
      case 'alike':
        return lead ? alike(lead.id) : [];
      case 'lead': {
        const photo = news()
          .slice(0, LEAD_WITHIN)
          .find((row) => hasPhoto(row) && !this.#taken.has(row.id));
        return photo ? [photo] : news();
      }
      case 'elsewhere':
        // Each from another section than the lead's, so that the top of the page is not about one subject.
        return oneOfEach(news().filter(({ section }) => section !== lead?.section)).concat(news());
      default:
        return ofSection(from.slice('section:'.length));
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
