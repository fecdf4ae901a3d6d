import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { emailAddress } from '@/lib/comments/posting/email-address';
import { isRateLimited } from '@/lib/comments/reactions/rate-limit';
import { queueMail } from '@/lib/mail/queue/queue-mail';
import { done, type Result, refused } from '@/lib/result';
import { aVisitor } from '../actor';

/** At most one link in this time to one address, however often it is asked for. */
const PAUSE_MS = 5 * 60_000;
const NETWORK_AN_HOUR = 20;

/**
 * A link by which a member who has forgotten the password, or whom strangers have locked out, chooses a new one. The answer is
 * the same for an address that nobody has: it is mailed or it is not, and the page does not tell.
 *
 * @param network a keyed hash of it, as in `comments.network`
 */
export async function requestPasswordLink(
  db: AppDb,
  { email: typed, network }: { email: string; network: string },
  now = new Date(),
): Promise<Result<void, 'too-many'>> {
  const email = emailAddress(typed);
  return tx(db, (t) => {
    if (isRateLimited(t, { what: 'password-link', who: network, most: NETWORK_AN_HOUR }, now)) {
      return refused('too-many');
    }
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
