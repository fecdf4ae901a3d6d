import { and, desc, eq, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { comments } from '@/db/schema';
import type { CommentDraft } from '../posting/comment-draft';
import type { CommentSignals } from '../posting/signals';
import { distanceFrom, fingerprintOf } from './simhash';

/** So many of the latest comments are compared, wherever they stand: a campaign is at work now. */
const COMPARED = 400;
const WINDOW_MS = 10 * 60_000;
/** Of one sender's latest: more than the rule for haste looks at. */
const LATEST = 5;

/** In ten minutes; beyond it the house answers "later". A network is a town quarter, so its number is large. */
const MOST_BY_ADDRESS = 60;
const MOST_BY_DEVICE = 60;
const MOST_BY_NETWORK = 600;

export interface RecentActivity {
  fingerprint: string;
  nearest: { other: number; spam: number; own: number };
  lately: { byAddress: number; byDevice: number; byNetwork: number; addressesOfDevice: number };
  /** The commenter's latest from this device, newest first. */
  byCommenter: Date[];
}

interface ActivityQuery {
  draft: Pick<CommentDraft, 'body'>;
  signals: CommentSignals;
  /** Null for an address that has never written. */
  commenterId: number | null;
  /** A writer who is known on this device: what strangers send under the address is not theirs. */
  isKnown: boolean;
  /** A comment that is written anew is not compared with itself. */
  exceptId?: number;
}

/**
 * What stands beside a comment: texts like it, and how much came from the same sender of late. Within the transaction that
 * is open on `db`.
 */
export function recentActivity(
  db: ReadDb,
  { draft, signals, commenterId, isKnown, exceptId = 0 }: ActivityQuery,
  now: Date,
): RecentActivity {
  const since = new Date(now.getTime() - WINDOW_MS);
  const fingerprint = fingerprintOf(draft.body);
  const { device = '', network } = signals;
  const byAddress = commenterId === null ? [] : latelyBy(db, commenterId, since);
  const byCommenter = byAddress.filter((comment) => comment.device === device);
  return {
    fingerprint,
    nearest: nearestTo(db, fingerprint, { commenterId, exceptId }),
    lately: {
      byAddress: isKnown ? byCommenter.length : byAddress.length,
      ...fromDevice(db, device, since),
      byNetwork: network === '' || signals.isLocal ? 0 : fromNetwork(db, network, since),
    },
    byCommenter: byCommenter.slice(0, LATEST).map(({ at }) => at),
  };
}

/** More than people write, from one sender. */
export function isCrowd(
  { byAddress, byDevice, byNetwork }: RecentActivity['lately'],
  { isLocal }: CommentSignals,
): boolean {
  return (
    byAddress >= MOST_BY_ADDRESS || byDevice >= MOST_BY_DEVICE || (!isLocal && byNetwork >= MOST_BY_NETWORK)
  );
}

function nearestTo(
  db: ReadDb,
  fingerprint: string,
  { commenterId, exceptId }: { commenterId: number | null; exceptId: number },
): RecentActivity['nearest'] {
  const nearest = { other: 64, spam: 64, own: 64 };
  if (fingerprint === '') return nearest;
  // The very same words are known again after any time: there is an index.
  // Rows as SQLite gives them: to make objects of four hundred takes longer than to compare them.
  const alike = [...latestPrints(db).values(), ...samePrints(db).values({ fingerprint })] as Print[];
  const distanceOf = distanceFrom(fingerprint);
  for (const [id, other, by, state] of alike) {
    if (id === exceptId) continue;
    const kind = state === 'spam' ? 'spam' : by === commenterId ? 'own' : 'other';
    nearest[kind] = Math.min(nearest[kind], distanceOf(other));
  }
  return nearest;
}

/** In the order of `print`. */
type Print = [id: number, fingerprint: string, by: number, state: string];
const print = {
  id: comments.id,
  fingerprint: comments.fingerprint,
  by: comments.commenterId,
  state: comments.state,
};
const latestPrints = preparedQuery((db) =>
  db.select(print).from(comments).orderBy(desc(comments.id)).limit(COMPARED).prepare(),
);
const samePrints = preparedQuery((db) =>
  db
    .select(print)
    .from(comments)
    .where(and(eq(comments.fingerprint, sql.placeholder('fingerprint')), sql`${comments.fingerprint} <> ''`))
    .limit(20)
    .prepare(),
);

function latelyBy(db: ReadDb, commenterId: number, since: Date) {
  return latestOf(db)
    .all({ commenterId })
    .filter(({ at }) => at >= since);
}

function fromDevice(db: ReadDb, device: string, since: Date) {
  if (device === '') return { byDevice: 0, addressesOfDevice: 0 };
  const rows = ofDevice(db).all({ device, since: since.getTime() });
  return { byDevice: rows.length, addressesOfDevice: new Set(rows.map(({ by }) => by)).size };
}

function fromNetwork(db: ReadDb, network: string, since: Date): number {
  return ofNetwork(db).all({ network, since: since.getTime() }).length;
}

const notBefore = sql`${comments.createdAt} >= ${sql.placeholder('since')}`;
const latestOf = preparedQuery((db) =>
  db
    .select({ at: comments.createdAt, device: comments.device })
    .from(comments)
    .where(eq(comments.commenterId, sql.placeholder('commenterId')))
    .orderBy(desc(comments.id))
    .limit(MOST_BY_ADDRESS)
    .prepare(),
);
const ofDevice = preparedQuery((db) =>
  db
    .select({ by: comments.commenterId })
    .from(comments)
    .where(and(sql`${comments.device} <> ''`, eq(comments.device, sql.placeholder('device')), notBefore))
    .limit(MOST_BY_DEVICE)
    .prepare(),
);
const ofNetwork = preparedQuery((db) =>
  db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.network, sql.placeholder('network')), notBefore))
    .limit(MOST_BY_NETWORK)
    .prepare(),
);
