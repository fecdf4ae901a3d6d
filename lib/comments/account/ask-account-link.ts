import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { commenters, signInFailures } from '@/db/schema';
import { tx } from '@/db/tx';
import { queueLetter } from '@/lib/letters/queue-letter';
import { done, type Result, refused } from '@/lib/result';

const HOUR = 3_600_000;
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
    if (isAskingTooOften(t, network, now)) return refused('too-many');
    const commenter = t.select().from(commenters).where(eq(commenters.email, email)).get();
    if (!commenter || commenter.erasedAt || commenter.staffId !== null) return done();
    const slot = Math.floor(now.getTime() / SLOT_MS);
    const order = { letter: 'account', commenterId: commenter.id } as const;
    queueLetter(t, order, { dedupeKey: `account:${commenter.id}:${slot}`, runAt: now }, now);
    return done();
  });
}

function isAskingTooOften(t: Tx, network: string, now: Date): boolean {
  const key = `account:${Math.floor(now.getTime() / HOUR)}:${network}`;
  const { count } = t
    .insert(signInFailures)
    .values({ key, count: 1, lastAt: now })
    .onConflictDoUpdate({
      target: signInFailures.key,
      set: { count: sql`${signInFailures.count} + 1`, lastAt: now },
    })
    .returning({ count: signInFailures.count })
    .get();
  return count > NETWORK_AN_HOUR;
}
