import { and, eq, inArray, max } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { frontEditions, fronts, sections, stories } from '@/db/schema';
import type { PageEvent } from '@/lib/cache/events';
import type { Actor } from '@/lib/people/actor';
import { type Arrangement, frontLimits, pinsIn } from './arrangement/arrangement';
import { homeFront } from './arrangement/default-arrangement';

/** Why a front's command can be refused. Each has a label: `fronts.<code>`. */
export type FrontRefusal =
  | 'forbidden'
  | 'not-found'
  | 'stale'
  | 'no-story'
  | 'too-long'
  | 'no-edition'
  | 'nothing-to-do';

/** The front, and the version of it that was displayed. 0: never edited. */
export interface FrontAt {
  slug: string;
  basedOn: number;
}

/** The row of a front, created when it is first edited; null if no page has that name. */
export function frontRow(t: Tx, slug: string, now: Date) {
  const found = t.select().from(fronts).where(eq(fronts.slug, slug)).get();
  if (found) return found;
  if (slug !== homeFront && !t.select().from(sections).where(eq(sections.slug, slug)).get()) return null;
  return t.insert(fronts).values({ slug, updatedAt: now, version: 0 }).returning().get();
}

export function writeFront(
  t: Tx,
  { slug, basedOn }: FrontAt,
  change: { draft?: Arrangement | null; live?: number },
  actor: Actor,
  now: Date,
): void {
  t.update(fronts)
    .set({
      ...change,
      version: basedOn + 1,
      updatedAt: now,
      updatedBy: actor.kind === 'staff' ? actor.id : null,
    })
    .where(eq(fronts.slug, slug))
    .run();
}

export function editionOf(t: Tx, slug: string, number: number) {
  return t
    .select()
    .from(frontEditions)
    .where(and(eq(frontEditions.front, slug), eq(frontEditions.number, number)))
    .get();
}

/** Stores a new edition and returns its number. */
export function addEdition(t: Tx, slug: string, arrangement: Arrangement, actor: Actor, now: Date): number {
  const last = t
    .select({ number: max(frontEditions.number) })
    .from(frontEditions)
    .where(eq(frontEditions.front, slug))
    .get();
  const number = (last?.number ?? 0) + 1;
  t.insert(frontEditions)
    .values({
      front: slug,
      number,
      arrangement,
      staffId: actor.kind === 'staff' ? actor.id : null,
      at: now,
    })
    .run();
  return number;
}

/** Checks an arrangement beyond its shape; null: valid. Stories of any state may be pinned. */
export function faultOf(t: Tx, arranged: Arrangement): 'no-story' | 'too-long' | null {
  const pins = pinsIn(arranged);
  if (pins.some(({ headline }) => [...headline].length > frontLimits.headline)) return 'too-long';
  if (arranged.containers.some(({ title }) => [...title].length > frontLimits.title)) return 'too-long';
  const ids = [...new Set(pins.map(({ storyId }) => storyId))];
  if (ids.length === 0) return null;
  const known = t.select({ id: stories.id }).from(stories).where(inArray(stories.id, ids)).all();
  return known.length === ids.length ? null : 'no-story';
}

export function frontChanged(slug: string): PageEvent {
  return slug === homeFront ? { kind: 'front-changed' } : { kind: 'front-changed', section: slug };
}
