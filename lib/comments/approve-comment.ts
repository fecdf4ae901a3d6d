import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { type Result, refused } from '@/lib/result';
import { type TurnRefusal, turnComment } from './turn-comment';

/** Lets a held comment stand, or one that was hidden stand again. Its writer is known from now on. */
export async function approveComment(
  db: Db,
  actor: Actor,
  { commentId, basedOn }: { commentId: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, TurnRefusal | 'forbidden'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');

  return tx(db, (t) =>
    turnComment(t, actor, { commentId, basedOn, to: 'visible', verb: 'approve-comment', reason: '' }, now),
  );
}
