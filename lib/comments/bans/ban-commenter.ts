import { countGraphemes } from '@barta/bengali/graphemes';
import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type BanKind, banKinds, bans, commenters, comments } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { isSeen, plainLine } from '../posting/plain-text';
import { banValues } from './ban-values';

/** A sentence for the barred one, not a file on them. */
export const MAX_BAN_REASON = 300;
const MAX_DAYS = 3650;
const A_DAY = 86_400_000;

export interface BanInput {
  /** The comment that led to it, and tells whom it is about. */
  commentId: number;
  kinds: readonly BanKind[];
  /** 0: for good. */
  days: number;
  reason: string;
}

/** The kinds among what a form has sent. */
export function banKindsIn(sent: readonly unknown[]): BanKind[] {
  return banKinds.filter((kind) => sent.includes(kind));
}

export type BanRefusal =
  | 'forbidden'
  | 'unknown-comment'
  | 'no-kind'
  | 'no-term'
  | 'no-reason'
  | 'reason-too-long'
  | 'nothing-known'
  | 'staff-address'
  | 'already-banned';

/**
 * Bars whoever wrote a comment, by address, device or network. `key`: the house's secret, with which all three are
 * hashed. Asked for again, a ban that ends sooner is replaced by the longer one.
 */
export async function banCommenter(
  db: Db,
  actor: Actor,
  input: BanInput,
  key: string,
  now = new Date(),
): Promise<Result<{ bans: number }, BanRefusal>> {
  if (actor.kind !== 'staff' || !may(actor, 'moderate')) return refused('forbidden');
  if (input.kinds.length === 0) return refused('no-kind', 'kinds');
  if (!Number.isInteger(input.days) || input.days < 0 || input.days > MAX_DAYS)
    return refused('no-term', 'days');
  if (input.reason.length > MAX_BAN_REASON * 20) return refused('reason-too-long', 'reason');
  const reason = plainLine(input.reason);
  if (!isSeen(reason)) return refused('no-reason', 'reason');
  if (countGraphemes(reason) > MAX_BAN_REASON) return refused('reason-too-long', 'reason');
  const until = input.days === 0 ? null : new Date(now.getTime() + input.days * A_DAY);

  return tx(db, (t) => {
    const found = t
      .select({ comment: comments, commenter: commenters })
      .from(comments)
      .innerJoin(commenters, eq(commenters.id, comments.commenterId))
      .where(eq(comments.id, input.commentId))
      .get();
    if (!found) return refused('unknown-comment');
    const { comment, commenter } = found;
    if (commenter.staffId !== null && input.kinds.includes('address'))
      return refused('staff-address', 'kinds');
    const values = banValues({ ...comment, email: commenter.erasedAt ? '' : commenter.email }, key);
    if (input.kinds.some((kind) => values[kind] === '')) return refused('nothing-known', 'kinds');

    let added = 0;
    for (const kind of new Set(input.kinds)) {
      const value = values[kind];
      if (isBarredAsLong(t, { kind, value, until, now })) continue;
      const ban = t
        .insert(bans)
        .values({ kind, value, reason, until, commentId: comment.id, staffId: actor.id, createdAt: now })
        .returning({ id: bans.id })
        .get();
      added += 1;
      appendAudit(t, {
        actor,
        verb: 'ban-commenter',
        subject: `ban:${ban.id}`,
        after: { kind, until: until?.toISOString() ?? null, comment: comment.id },
        at: now,
      });
    }
    return added === 0 ? refused('already-banned', 'kinds') : done({ bans: added });
  });
}

function isBarredAsLong(
  t: Tx,
  { kind, value, until, now }: { kind: BanKind; value: string; until: Date | null; now: Date },
): boolean {
  const activeBans = t
    .select({ until: bans.until })
    .from(bans)
    .where(
      and(
        eq(bans.kind, kind),
        eq(bans.value, value),
        isNull(bans.liftedAt),
        or(isNull(bans.until), gt(bans.until, now)),
      ),
    )
    .all();
  return activeBans.some((ban) => ban.until === null || (until !== null && ban.until >= until));
}
