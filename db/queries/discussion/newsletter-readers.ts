import { and, asc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { commenters, subscriptions } from '@/db/schema';

/** Consented to the letter, confirmed by the mailed link, and not ended since; the erased are never among them. */
const readsIt = and(
  eq(subscriptions.kind, 'letter'),
  isNotNull(subscriptions.confirmedAt),
  isNull(subscriptions.endedAt),
  isNull(commenters.erasedAt),
);

/** In the order of their subscriptions, from behind `after` on. */
export async function letterReaders(db: ReadDb, after: number, limit: number) {
  return db
    .select({
      id: subscriptions.id,
      email: commenters.email,
      name: commenters.name,
      consentedAt: subscriptions.consentedAt,
      confirmedAt: subscriptions.confirmedAt,
    })
    .from(subscriptions)
    .innerJoin(commenters, eq(commenters.id, subscriptions.commenterId))
    .where(and(readsIt, gt(subscriptions.id, after)))
    .orderBy(asc(subscriptions.id))
    .limit(limit)
    .all();
}

export async function letterReadersCount(db: ReadDb): Promise<number> {
  const row = db
    .select({ count: sql<number>`count(*)` })
    .from(subscriptions)
    .innerJoin(commenters, eq(commenters.id, subscriptions.commenterId))
    .where(readsIt)
    .get();
  return row?.count ?? 0;
}
