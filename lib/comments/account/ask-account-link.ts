import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { queueMail } from '@/lib/mail/queue/queue-mail';
import { done, type Result, refused } from '@/lib/result';
import { isRateLimited } from '../reactions/rate-limit';

/** An office, a campus, a provider's gateway; not a list of addresses to be tried. */
const NETWORK_AN_HOUR = 20;
/** To one address: the letter in the spam folder, and the second try. */
const SLOT_MS = 10 * 60_000;

/**
 * Owes the commenter of an address the link to their page. Done, whether there is such a commenter or not: only a
 * network that asks too often hears something else.
 *
 * @param network a keyed hash of it, as in `comments.network`
 */
export async function askAccountLink(
  db: Db,
  { email, network }: { email: string; network: string },
  now = new Date(),
): Promise<Result<void, 'too-many'>> {
  return tx(db, (t) => {
    if (isRateLimited(t, { what: 'account', who: network, most: NETWORK_AN_HOUR }, now))
      return refused('too-many');
    const commenter = t.select().from(commenters).where(eq(commenters.email, email)).get();
    if (!commenter || commenter.erasedAt || commenter.staffId !== null) return done();
    const slot = Math.floor(now.getTime() / SLOT_MS);
    const order = { letter: 'account', commenterId: commenter.id } as const;
    queueMail(t, order, { dedupeKey: `account:${commenter.id}:${slot}`, runAt: now }, now);
    return done();
  });
}
