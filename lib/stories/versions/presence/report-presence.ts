import { and, eq, gt, isNotNull, lt, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { presence } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { StaffMember } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { mayEdit } from '@/lib/stories/may-edit';
import { storyById } from '@/lib/stories/story-row';

/** An open form reports every 15 s; after three missed reports it counts as closed. */
export const presentForMs = 45_000;

export function presentSince(now: Date): Date {
  return new Date(now.getTime() - presentForMs);
}

/**
 * Reports that a form is open. Who comes first is the writer; the others are told and nobody is locked out. True if
 * this member is the writer.
 */
export async function reportPresence(
  db: Db,
  member: StaffMember,
  storyId: number,
  now = new Date(),
): Promise<Result<{ holds: boolean; version: number }, 'not-found' | 'forbidden'>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(member, story)) return refused('forbidden');
    const mine = and(eq(presence.storyId, storyId), eq(presence.staffId, member.id));
    const before = t.select().from(presence).where(mine).get();
    const wasHere = before !== undefined && before.seenAt > presentSince(now);
    const holdsAt = (wasHere && before.holdsAt) || (isHeldByAnother(t, storyId, member, now) ? null : now);
    t.insert(presence)
      .values({ storyId, staffId: member.id, seenAt: now, holdsAt })
      .onConflictDoUpdate({ target: [presence.storyId, presence.staffId], set: { seenAt: now, holdsAt } })
      .run();
    return done({ holds: holdsAt !== null, version: story.version });
  });
}

/** The form was closed: the others need not wait for three missed reports. */
export async function leaveStory(db: Db, member: StaffMember, storyId: number): Promise<void> {
  await tx(db, (t) => {
    t.delete(presence)
      .where(and(eq(presence.storyId, storyId), eq(presence.staffId, member.id)))
      .run();
  });
}

/**
 * Makes the requesting member the writer; the former one is told, continues in a draft of their own, and loses
 * nothing. It is audited because it affects somebody else.
 */
export async function takeOverStory(
  db: Db,
  member: StaffMember,
  storyId: number,
  now = new Date(),
): Promise<Result<void, 'not-found' | 'forbidden'>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!mayEdit(member, story)) return refused('forbidden');
    const held = t
      .select({ staffId: presence.staffId })
      .from(presence)
      .where(and(heldByAnother(storyId, member), gt(presence.seenAt, presentSince(now))))
      .all();
    t.update(presence).set({ holdsAt: null }).where(eq(presence.storyId, storyId)).run();
    t.insert(presence)
      .values({ storyId, staffId: member.id, seenAt: now, holdsAt: now })
      .onConflictDoUpdate({
        target: [presence.storyId, presence.staffId],
        set: { seenAt: now, holdsAt: now },
      })
      .run();
    if (held.length === 0) return done();
    appendAudit(t, {
      actor: member,
      verb: 'take-over-story',
      subject: `story:${storyId}`,
      before: { heldBy: held.map(({ staffId }) => staffId) },
      after: { heldBy: [member.id] },
      at: now,
    });
    return done();
  });
}

/** Deletes old reports. */
export async function forgetPresence(db: Db, now = new Date()): Promise<void> {
  await tx(db, (t) => {
    t.delete(presence)
      .where(lt(presence.seenAt, new Date(now.getTime() - 3_600_000)))
      .run();
  });
}

function isHeldByAnother(t: Tx, storyId: number, member: StaffMember, now: Date): boolean {
  const other = t
    .select({ staffId: presence.staffId })
    .from(presence)
    .where(and(heldByAnother(storyId, member), gt(presence.seenAt, presentSince(now))))
    .get();
  return other !== undefined;
}

function heldByAnother(storyId: number, member: StaffMember) {
  return and(eq(presence.storyId, storyId), ne(presence.staffId, member.id), isNotNull(presence.holdsAt));
}
