import { and, asc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { sections, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { AuditVerb } from '@/lib/audit/audit-verbs';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { type Arrangement, arrangementIn, pinsIn } from './arrangement/arrangement';
import { homeFront, usualHome } from './arrangement/default-arrangement';
import { rearrange, type SlotPosition } from './arrangement/rearrange';
import { addEdition, editionOf, frontChanged, frontRow, writeFront } from './front-rows';

export type LeadRefusal = 'forbidden' | 'no-story';

const head: SlotPosition = { container: 'top', slot: 0 };

/**
 * Makes a published story the lead of the home front immediately: what was pinned there moves down one slot. A draft
 * of the front gets it too and stays a draft. A second click succeeds as well.
 */
export async function leadWith(
  db: Db,
  actor: Actor,
  storyId: number,
  now = new Date(),
): Promise<Result<void, LeadRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const isPublished = and(eq(stories.id, storyId), eq(stories.state, 'published'));
    if (!t.select({ id: stories.id }).from(stories).where(isPublished).get()) return refused('no-story');
    const leads = (arranged: Arrangement) => {
      const top = arranged.containers.find(({ id }) => id === head.container);
      return top?.slots[head.slot]?.pin?.storyId === storyId
        ? null
        : rearrange(arranged, { kind: 'insert', place: head, storyId });
    };
    changeHome(t, actor, { verb: 'lead-front', storyId, change: leads }, now);
    return done();
  });
}

/**
 * Removes a story from the home front. If nothing else was published there since it became lead, the former front is
 * restored; later its slots become automatic.
 */
export async function takeOffFront(
  db: Db,
  actor: Actor,
  storyId: number,
  now = new Date(),
): Promise<Result<void, LeadRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  return tx(db, (t) => {
    const former = beforeIt(t, storyId, now);
    const change = (arranged: Arrangement, isLive: boolean) =>
      isLive && former ? former : withoutPin(arranged, storyId);
    changeHome(t, actor, { verb: 'take-off-front', storyId, change }, now);
    return done();
  });
}

/** Whether it is pinned on the published home front. */
export function isPinnedAtHome(arranged: Arrangement, storyId: number): boolean {
  return pinsIn(arranged).some((pin) => pin.storyId === storyId);
}

interface HomeFrontChange {
  verb: AuditVerb;
  storyId: number;
  /** Null: nothing to change. */
  change: (arranged: Arrangement, isLive: boolean) => Arrangement | null;
}

function changeHome(t: Tx, actor: Actor, { verb, storyId, change }: HomeFrontChange, now: Date): void {
  const front = frontRow(t, homeFront, now);
  if (!front) return;
  const live = change(liveOf(t, front.live), true);
  const arranging = arrangementIn(front.draft);
  const draft = arranging && change(arranging, false);
  if (!live && !draft) return;

  const number = live ? addEdition(t, homeFront, live, actor, now) : front.live;
  writeFront(
    t,
    { slug: homeFront, basedOn: front.version },
    { live: number, ...(draft && { draft }) },
    actor,
    now,
  );
  appendAudit(t, {
    actor,
    verb,
    subject: `story:${storyId}`,
    before: { edition: front.live },
    after: { edition: number },
    at: now,
  });
  if (live) announce(t, frontChanged(homeFront), now);
}

function liveOf(t: Tx, number: number): Arrangement {
  const edition = number === 0 ? null : arrangementIn(editionOf(t, homeFront, number)?.arrangement);
  return (
    edition ?? usualHome(t.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).all())
  );
}

/** The edition before the live one, if the live one was made by leading with this story. */
function beforeIt(t: Tx, storyId: number, now: Date): Arrangement | null {
  const live = frontRow(t, homeFront, now)?.live ?? 0;
  if (live === 0) return null;
  const before = liveOf(t, live - 1);
  const withIt = rearrange(before, { kind: 'insert', place: head, storyId });
  const isThat = JSON.stringify(withIt) === JSON.stringify(liveOf(t, live));
  return isThat && !isPinnedAtHome(before, storyId) ? before : null;
}

function withoutPin(arranged: Arrangement, storyId: number): Arrangement | null {
  if (!isPinnedAtHome(arranged, storyId)) return null;
  return {
    ...arranged,
    containers: arranged.containers.map((each) => ({
      ...each,
      slots: each.slots.map((slot) => (slot.pin?.storyId === storyId ? { ...slot, pin: null } : slot)),
    })),
  };
}
