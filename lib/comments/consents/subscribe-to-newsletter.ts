import { and, eq, gte } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { commenters, subscriptions } from '@/db/schema';
import { tx } from '@/db/tx';
import { done, type Result, refused } from '@/lib/result';
import { isRateLimited } from '../reactions/rate-limit';
import { askToConfirm, subscribe } from './record-consents';

/** An office, a campus, a provider's gateway; not a list of addresses that somebody wants to annoy. */
const NETWORK_AN_HOUR = 20;
/** Whoever has said "no more" is not asked by strangers for so long; their own page starts the letter at once. */
const LEFT_ALONE_MS = 30 * 86_400_000;

/**
 * A reader asks for the morning letter without a comment. Nothing is sent but the question whether the address is
 * theirs. Done for every address alike: only a network that asks too often hears something else.
 *
 * @param network a keyed hash of it, as in `comments.network`
 */
export async function subscribeToNewsletter(
  db: Db,
  { email, network }: { email: string; network: string },
  now = new Date(),
): Promise<Result<void, 'too-many'>> {
  return tx(db, (t) => {
    if (isRateLimited(t, { what: 'letter', who: network, most: NETWORK_AN_HOUR }, now))
      return refused('too-many');
    const commenter = commenterOf(t, email, now);
    if (commenter.staffId !== null || hasLeft(t, commenter.id, now)) return done();
    const wanted = { commenterId: commenter.id, kind: 'letter', rootId: null, consentedAt: now } as const;
    const { isConfirmed } = subscribe(t, { ...wanted, confirmedAt: null });
    if (!isConfirmed) askToConfirm(t, commenter.id, null, now);
    return done();
  });
}

/** Who has never commented has no name; the first comment brings one. */
function commenterOf(t: Tx, email: string, now: Date) {
  const known = t.select().from(commenters).where(eq(commenters.email, email)).get();
  return known ?? t.insert(commenters).values({ email, name: '', createdAt: now }).returning().get();
}

function hasLeft(t: Tx, commenterId: number, now: Date): boolean {
  const left = t
    .select({ id: subscriptions.id })
    .from(subscriptions)
    .where(
      and(
        eq(subscriptions.commenterId, commenterId),
        eq(subscriptions.kind, 'letter'),
        eq(subscriptions.endedBecause, 'unsubscribed'),
        gte(subscriptions.endedAt, new Date(now.getTime() - LEFT_ALONE_MS)),
      ),
    )
    .get();
  return left !== undefined;
}
