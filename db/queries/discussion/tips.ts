import { and, count, desc, eq, gte, inArray, lt, or, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { pictures, staff, stories, tips } from '@/db/schema';

export type TipState = 'new' | 'read' | 'used' | 'discarded';

export interface TipListing {
  state?: TipState | undefined;
  /** Those that this member has taken on. */
  staffId?: number | undefined;
  /** Each is to stand somewhere in the tip. */
  words?: readonly string[] | undefined;
  /** The last one of the page before. */
  before?: number | undefined;
  limit: number;
}

/** Newest first. */
export async function tipListing(db: ReadDb, { state, staffId, words, before, limit }: TipListing) {
  const wanted: (SQL | undefined)[] = [
    state && eq(tips.state, state),
    staffId === undefined ? undefined : eq(tips.staffId, staffId),
    before === undefined ? undefined : lt(tips.id, before),
    ...(words ?? []).map((word) =>
      or(
        ...[tips.words, tips.name, tips.place, tips.contact, tips.note].map(
          (column) => sql`instr(lower(${column}), lower(${word})) > 0`,
        ),
      ),
    ),
  ];
  return db
    .select({ tip: tips, member: staff.name })
    .from(tips)
    .leftJoin(staff, eq(staff.id, tips.staffId))
    .where(and(...wanted))
    .orderBy(desc(tips.id))
    .limit(limit)
    .all();
}

export async function tipOnDesk(db: ReadDb, id: number) {
  return db
    .select({ tip: tips, member: staff.name })
    .from(tips)
    .leftJoin(staff, eq(staff.id, tips.staffId))
    .where(eq(tips.id, id))
    .get();
}

export async function newTipsCount(db: ReadDb): Promise<number> {
  return db.select({ all: count() }).from(tips).where(eq(tips.state, 'new')).get()?.all ?? 0;
}

export async function picturesOfTip(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  const rows = db
    .select()
    .from(pictures)
    .where(inArray(pictures.id, [...ids]))
    .all();
  return ids.flatMap((id) => rows.find((row) => row.id === id) ?? []);
}

/** The story that was made of it, if one was. */
export async function storyOfTip(db: ReadDb, tipId: number) {
  return db
    .select({ id: stories.id, headline: stories.headline })
    .from(stories)
    .where(eq(stories.externalId, externalIdOf(tipId)))
    .get();
}

/** What `createStory` writes for the form key `tip-7`. */
export const externalIdOf = (tipId: number) => `form:tip-${tipId}`;

/** How many came since then: from one network, and from everywhere. */
export function tipsSince(t: ReadDb, network: string, since: Date) {
  const all = t.select({ all: count() }).from(tips).where(gte(tips.at, since)).get()?.all ?? 0;
  const fromNetwork = and(eq(tips.network, network), gte(tips.at, since));
  const ofNetwork = t.select({ all: count() }).from(tips).where(fromNetwork).get()?.all ?? 0;
  return { all, ofNetwork: network === '' ? 0 : ofNetwork };
}
