import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { type Result, refused } from '@/lib/result';
import { hideReasons } from './desk/hide-reasons';
import { type TurnRefusal, turnComment } from './turn-comment';

export { type HideReason, hideReasons } from './desk/hide-reasons';

/** Takes a comment down, or never lets it up, and says why. Answers to it stay in place. */
export async function hideComment(
  db: Db,
  actor: Actor,
  { commentId, basedOn, reason }: { commentId: number; basedOn: number; reason: string },
  now = new Date(),
): Promise<Result<void, TurnRefusal | 'forbidden' | 'no-reason'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');
  if (!hideReasons.some((known) => known === reason)) return refused('no-reason', 'reason');

  return tx(db, (t) =>
    turnComment(t, actor, { commentId, basedOn, to: 'hidden', verb: 'hide-comment', reason }, now),
  );
}
