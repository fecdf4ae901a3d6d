import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { bans, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { lengthFault } from '../posting/comment-draft';
import { plainText } from '../posting/plain-text';
import { settleAppeal } from './settle-appeal';

/** As long as an appeal. */
export const MAX_ANSWER = 1_000;

export interface AppealAnswer {
  banId: number;
  /** `lift`: the appeal is right, and what was barred with the same comment is open again. */
  to: 'lift' | 'refuse';
  /** What the barred one reads; may be empty only where the ban is lifted. */
  words: string;
}

export type AppealRefusal = 'forbidden' | 'unknown-ban' | 'no-appeal' | 'empty' | 'too-long';
/** Somebody was quicker: who, and what they decided. */
export interface AnsweredAppeal {
  ok: false;
  code: 'answered';
  by: string;
  isLifted: boolean;
}

/**
 * The newsroom answers an appeal, once. Whoever appealed reads the answer where the ban is met, on their own page, and
 * in a letter if the address is proven.
 */
export async function answerAppeal(
  db: Db,
  actor: Actor,
  { banId, to, words: rawWords }: AppealAnswer,
  now = new Date(),
): Promise<Result<void, AppealRefusal> | AnsweredAppeal> {
  if (actor.kind !== 'staff' || !may(actor, 'moderate')) return refused('forbidden');
  const words = plainText(rawWords);
  const fault = lengthFault(words, MAX_ANSWER);
  if (fault === 'too-long' || (fault === 'empty' && to === 'refuse')) return refused(fault, 'answer');

  return tx(db, (t) => {
    const ban = t.select().from(bans).where(eq(bans.id, banId)).get();
    if (!ban) return refused('unknown-ban');
    if (!ban.appealedAt) return refused('no-appeal');
    if (ban.answeredAt || ban.liftedAt) {
      const by = t
        .select()
        .from(staff)
        .where(eq(staff.id, ban.answeredBy ?? ban.staffId))
        .get();
      return { ok: false, code: 'answered', by: by?.name ?? '', isLifted: ban.liftedAt !== null } as const;
    }
    settleAppeal(t, ban, { words: fault === 'empty' ? '' : words, staffId: actor.id }, now);
    appendAudit(t, {
      actor,
      verb: to === 'lift' ? 'accept-appeal' : 'refuse-appeal',
      subject: `ban:${banId}`,
      at: now,
    });
    if (to === 'refuse') return done();

    const together =
      ban.commentId === null
        ? eq(bans.id, banId)
        : and(eq(bans.commentId, ban.commentId), or(isNull(bans.until), gt(bans.until, now)));
    const lifted = t
      .update(bans)
      .set({ liftedAt: now })
      .where(and(together, isNull(bans.liftedAt)))
      .returning({ id: bans.id, kind: bans.kind, until: bans.until })
      .all();
    for (const { id, kind, until } of lifted) {
      const before = { kind, until: until?.toISOString() ?? null };
      appendAudit(t, { actor, verb: 'lift-ban', subject: `ban:${id}`, before, at: now });
    }
    return done();
  });
}
