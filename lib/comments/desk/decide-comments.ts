import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { comments } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { changeCommentState } from './change-comment-state';
import { hideReasons } from './hide-reasons';

/** A comment as the moderator saw it. */
export interface Target {
  commentId: number;
  basedOn: number;
}

export type Verdict = 'approve' | 'hide' | 'spam';

const verdictChanges = {
  approve: { to: 'visible', verb: 'approve-comment' },
  hide: { to: 'hidden', verb: 'hide-comment' },
  spam: { to: 'spam', verb: 'mark-comment-spam' },
} as const;

export interface Decided {
  /** What one undo takes back. */
  batch: string;
  /** With the version that they have now. */
  settled: { id: number; version: number }[];
  /** Somebody or something was quicker; nothing was done to these. */
  late: number[];
}

/**
 * Approves, hides or marks as spam: one comment or a hundred, with one stroke. Each is decided only if it still is
 * what the moderator saw; the others are named.
 */
export async function decideComments(
  db: Db,
  actor: Actor,
  { verdict, reason = '', targets }: { verdict: Verdict; reason?: string; targets: readonly Target[] },
  now = new Date(),
): Promise<Result<Decided, 'forbidden' | 'no-reason'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');
  if (verdict === 'hide' && !hideReasons.some((known) => known === reason))
    return refused('no-reason', 'reason');

  return tx(db, (t) => {
    const decided: Decided = { batch: randomUUID(), settled: [], late: [] };
    for (const target of targets) {
      const change = { ...target, ...verdictChanges[verdict], reason: verdict === 'hide' ? reason : '' };
      const outcome = changeCommentState(t, actor, { ...change, batch: decided.batch }, now);
      if (outcome.ok) decided.settled.push({ id: target.commentId, version: versionOf(t, target.commentId) });
      else decided.late.push(target.commentId);
    }
    return done(decided);
  });
}

function versionOf(t: Tx, commentId: number): number {
  const row = t.select({ version: comments.version }).from(comments).where(eq(comments.id, commentId)).get();
  return row?.version ?? 0;
}
