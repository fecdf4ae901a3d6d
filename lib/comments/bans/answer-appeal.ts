import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { bans } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { countGraphemes } from '@/lib/bengali/graphemes';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { isSeen, plainText } from '../plain-text';

export const MAX_APPEAL_ANSWER = 1000;

export type AppealRefusal = 'forbidden' | 'unknown-ban' | 'no-appeal' | 'empty' | 'too-long';

/** Says to a barred reader what the newsroom makes of their appeal. Lifting the ban is a deed of its own. */
export async function answerAppeal(
  db: Db,
  actor: Actor,
  { banId, answer: typed }: { banId: number; answer: string },
  now = new Date(),
): Promise<Result<void, AppealRefusal>> {
  if (!may(actor, 'moderate')) return refused('forbidden');
  if (typed.length > MAX_APPEAL_ANSWER * 20) return refused('too-long', 'answer');
  const answer = plainText(typed);
  if (!isSeen(answer)) return refused('empty', 'answer');
  if (countGraphemes(answer) > MAX_APPEAL_ANSWER) return refused('too-long', 'answer');

  return tx(db, (t) => {
    const ban = t.select().from(bans).where(eq(bans.id, banId)).get();
    if (!ban) return refused('unknown-ban');
    if (ban.appealedAt === null) return refused('no-appeal');

    t.update(bans).set({ answer, answeredAt: now }).where(eq(bans.id, banId)).run();
    appendAudit(t, { actor, verb: 'answer-appeal', subject: `ban:${banId}`, at: now });
    return done();
  });
}
