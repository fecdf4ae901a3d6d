import { and, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type CommentState, commenters, comments, moderationActions } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/pages/announce';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { learnFrom, unlearn, type Verdict } from './spam/learn';

export type TurnRefusal = 'unknown-comment' | 'stale';

interface Turn {
  commentId: number;
  /** The version that the moderator was looking at. */
  basedOn: number;
  to: Exclude<CommentState, 'withdrawn'>;
  verb: string;
  reason: string;
  /** Decisions of one stroke share it; one undo takes them back. */
  batch?: string;
}

/**
 * Brings a comment from one state into another, with everything that hangs on it. Who looked at an older version
 * is refused, so that two moderators never act on the same comment twice. What a person decides, the spam filter
 * learns; what a person takes back, it forgets.
 */
export function turnComment(t: Tx, actor: Actor, turn: Turn, now: Date): Result<void, TurnRefusal> {
  const comment = t.select().from(comments).where(eq(comments.id, turn.commentId)).get();
  if (!comment || comment.state === 'withdrawn') return refused('unknown-comment');
  if (comment.version !== turn.basedOn || comment.state === turn.to) return refused('stale');

  const taught = lastVerdict(t, comment.id);
  const teaches = actor.kind === 'staff' ? verdictIn(turn.to, turn.reason) : null;
  if (actor.kind === 'staff' && taught !== teaches) {
    if (taught) unlearn(t, comment, taught);
    if (teaches) learnFrom(t, comment, teaches);
  }

  t.update(comments)
    .set({ state: turn.to, version: comment.version + 1 })
    .where(and(eq(comments.id, comment.id), eq(comments.version, turn.basedOn)))
    .run();
  t.update(commenters)
    .set({
      approved: sql`${commenters.approved} + ${counts('visible', turn.to) - counts('visible', comment.state)}`,
      hidden: sql`${commenters.hidden} + ${takenDown(turn.to) - takenDown(comment.state)}`,
    })
    .where(eq(commenters.id, comment.commenterId))
    .run();
  t.insert(moderationActions)
    .values({
      commentId: comment.id,
      staffId: actor.kind === 'staff' ? actor.id : null,
      from: comment.state,
      to: turn.to,
      reason: turn.reason,
      batch: turn.batch ?? '',
      at: now,
    })
    .run();

  appendAudit(t, {
    actor,
    verb: turn.verb,
    subject: `comment:${comment.id}`,
    before: { state: comment.state },
    after: { state: turn.to, ...(turn.reason !== '' && { reason: turn.reason }) },
    at: now,
  });
  const readersSeeIt = comment.state === 'visible' || turn.to === 'visible';
  if (readersSeeIt) announce(t, { kind: 'discussion-changed', storyId: comment.storyId }, now);
  return done();
}

function counts(asked: CommentState, state: CommentState): number {
  return asked === state ? 1 : 0;
}

function takenDown(state: CommentState): number {
  return counts('hidden', state) + counts('spam', state);
}

/** An insult is no advertisement: only what was called one teaches the filter. */
function verdictIn(to: CommentState, reason: string): Verdict | null {
  if (to === 'visible') return 'ham';
  return to === 'spam' || (to === 'hidden' && reason === 'ad') ? 'spam' : null;
}

/** What the latest decision by a person has taught of it. */
function lastVerdict(t: Tx, commentId: number): Verdict | null {
  const last = t
    .select()
    .from(moderationActions)
    .where(and(eq(moderationActions.commentId, commentId), isNotNull(moderationActions.staffId)))
    .orderBy(desc(moderationActions.id))
    .limit(1)
    .get();
  return last ? verdictIn(last.to, last.reason) : null;
}
