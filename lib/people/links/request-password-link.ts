import { eq } from 'drizzle-orm';
import type { AppDb, Tx } from '@/db/client';
import { signInFailures, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { queueMail } from '@/lib/mail/queue/queue-mail';
import { done, type Result } from '@/lib/result';
import { aVisitor } from '../actor';

/** At most one link in this time to one address, however often it is asked for. */
const PAUSE_MS = 5 * 60_000;

/**
 * A link by which a member who has forgotten the password, or whom strangers have locked out, chooses a new one. The answer is
 * the same for an address that nobody has: it is mailed or it is not, and the page does not tell.
 */
export async function requestPasswordLink(
  db: AppDb,
  { email: typed, network }: { email: string; network: string },
  now = new Date(),
): Promise<Result<void, never>> {
  const email = emailAddress(typed);
  return tx(db, (t) => {
    if (!countLinkRequest(t, network, now)) return done();
    const member = email ? t.select().from(staff).where(eq(staff.email, email)).get() : undefined;
    if (!member || member.disabledAt) return done();
    const isQueued = queueMail(
      t,
      { letter: 'staff-link', staffId: member.id, purpose: 'password' },
      { dedupeKey: `staff-link:${member.id}:${Math.floor(now.getTime() / PAUSE_MS)}`, runAt: now },
      now,
    );
    if (isQueued) {
      appendAudit(t, {
        actor: aVisitor,
        verb: 'ask-for-password-link',
        subject: `staff:${member.id}`,
        at: now,
      });
    }
    return done();
  });
}

/** Requests of one network in an hour; more are answered alike and mail nothing. */
const PER_NETWORK = 20;
const HOUR_MS = 3_600_000;

function countLinkRequest(t: Tx, network: string, now: Date): boolean {
  const key = `password-link:${network}`;
  const row = t.select().from(signInFailures).where(eq(signInFailures.key, key)).get();
  const count = row && now.getTime() - row.lastAt.getTime() < HOUR_MS ? row.count + 1 : 1;
  // The hour begins with the first request and not with the last.
  const lastAt = row && count > 1 ? row.lastAt : now;
  t.insert(signInFailures)
    .values({ key, count, lastAt })
    .onConflictDoUpdate({ target: signInFailures.key, set: { count, lastAt } })
    .run();
  return count <= PER_NETWORK;
}
