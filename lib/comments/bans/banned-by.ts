import { and, desc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { banKinds, bans } from '@/db/schema';
import type { CommentSignals } from '../posting/signals';

/**
 * The ban that keeps this sender from writing, the longest first; undefined if there is none. Within the transaction that is
 * open on `db`, if there is one.
 */
export function bannedBy(db: ReadDb, { address = '', device = '', network }: CommentSignals, now: Date) {
  if (`${address}${device}${network}` === '') return undefined;
  const matching = activeBans(db).all({ address, device, network, now: now.getTime() });
  return matching.find(({ until }) => until === null) ?? matching[0];
}

const activeBans = preparedQuery((db) =>
  db
    .select()
    .from(bans)
    .where(
      and(
        // What is not known of a sender is known of nobody.
        ne(bans.value, ''),
        or(...banKinds.map((kind) => and(eq(bans.kind, kind), eq(bans.value, sql.placeholder(kind))))),
        isNull(bans.liftedAt),
        or(isNull(bans.until), sql`${bans.until} > ${sql.placeholder('now')}`),
      ),
    )
    .orderBy(desc(bans.until))
    .prepare(),
);
