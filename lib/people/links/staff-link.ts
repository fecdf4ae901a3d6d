import { and, eq, gt, isNull } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import { type StaffLinkPurpose, staff, staffLinks } from '@/db/schema';
import { hashOfToken, newSessionToken } from '../sessions/session';

const LIVES_MS = 3_600_000;
export const STAFF_LINK_MINUTES = LIVES_MS / 60_000;

/** A new link's token; those that were sent to the member before are dead. Only its hash is stored. */
export function newStaffLink(t: Tx, staffId: number, purpose: StaffLinkPurpose, now: Date): string {
  const token = newSessionToken();
  t.delete(staffLinks).where(eq(staffLinks.staffId, staffId)).run();
  t.insert(staffLinks)
    .values({
      tokenHash: hashOfToken(token),
      staffId,
      purpose,
      createdAt: now,
      expiresAt: new Date(now.getTime() + LIVES_MS),
    })
    .run();
  return token;
}

/** Whose link it is, or null for one that is unknown, used, expired, or of somebody who has left. */
export function memberOfStaffLink(db: ReadDb | Tx, token: string, now: Date) {
  const row = db
    .select({ member: staff, purpose: staffLinks.purpose })
    .from(staffLinks)
    .innerJoin(staff, eq(staff.id, staffLinks.staffId))
    .where(
      and(
        eq(staffLinks.tokenHash, hashOfToken(token)),
        isNull(staffLinks.usedAt),
        gt(staffLinks.expiresAt, now),
        isNull(staff.disabledAt),
      ),
    )
    .get();
  return row ?? null;
}

export function markStaffLinkUsed(t: Tx, token: string, now: Date): void {
  t.update(staffLinks)
    .set({ usedAt: now })
    .where(eq(staffLinks.tokenHash, hashOfToken(token)))
    .run();
}

/** The address where a member chooses a password. */
export function staffLinkAddress(site: string, token: string): string {
  return `${site}/login/password?token=${token}`;
}
