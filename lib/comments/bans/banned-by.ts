import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { bans } from '@/db/schema';
import type { CommentSignals } from '../posting/signals';

/** The ban that keeps this sender from writing, the longest first; undefined if there is none. */
export function bannedBy(t: Tx | Db, { address = '', device = '', network }: CommentSignals, now: Date) {
  const known = [
    { kind: 'address', value: address },
    { kind: 'device', value: device },
    { kind: 'network', value: network },
  ] as const;
  const them = known
    .filter(({ value }) => value !== '')
    .map(({ kind, value }) => and(eq(bans.kind, kind), eq(bans.value, value)));
  if (them.length === 0) return undefined;
  const standing = t
    .select()
    .from(bans)
    .where(and(or(...them), isNull(bans.liftedAt), or(isNull(bans.until), gt(bans.until, now))))
    .orderBy(desc(bans.until))
    .all();
  return standing.find(({ until }) => until === null) ?? standing[0];
}
