import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type CommentState, commenters, comments, moderationActions, reports } from '@/db/schema';
import { appendAudit } from '@/lib/audit/append';
import type { AuditVerb } from '@/lib/audit/audit-verbs';
import { announce } from '@/lib/cache/announce';
import { queueReplyNotice } from '@/lib/mail/queue/queue-reply-notice';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { learnFrom, unlearn } from '../spam/learning/learn';
import type { SpamLesson, SpamVerdict } from '../spam/learning/spam-lesson';

export type CommentStateRefusal = 'unknown-comment' | 'stale';

interface CommentStateChange {
  commentId: number;
  /** The version that the moderator was looking at. */
  basedOn: number;
  to: Exclude<CommentState, 'withdrawn'>;
  verb: AuditVerb;
  reason: string;
  /** Decisions of one stroke share it; one undo takes them back. */
  batch?: string;
}

/**
 * Brings a comment from one state into another, with everything that hangs on it. Who looked at an older version
 * is refused, so that two moderators never act on the same comment twice. A decision answers every open report;
 * one that leaves a comment visible is a decision only if there was a report. What a person decides, the spam filter
 * learns.
 */
export function changeCommentState(
  t: Tx,
  actor: Actor,
  change: CommentStateChange,
  now: Date,
): Result<void, CommentStateRefusal> {
  const comment = t.select().from(comments).where(eq(comments.id, change.commentId)).get();
  if (!comment || comment.state === 'withdrawn') return refused('unknown-comment');
  if (comment.version !== change.basedOn) return refused('stale');
  const settled = settleReports(t, actor, comment.id, now);
  if (comment.state === change.to && settled === 0) return refused('stale');

  if (actor.kind === 'staff') {
    const verdict = verdictIn(change.to, change.reason);
    const lesson = verdict && { verdict, staffId: actor.id, at: now };
    relearn(t, comment, lastLesson(t, comment.id)?.verdict ?? null, lesson);
  }
  setState(t, comment, change.to, now);
  t.insert(moderationActions)
    .values({
      commentId: comment.id,
      staffId: actor.kind === 'staff' ? actor.id : null,
      from: comment.state,
      to: change.to,
      reason: change.reason,
      batch: change.batch ?? '',
      at: now,
    })
    .run();
  appendAudit(t, {
    actor,
    verb: change.verb,
    subject: `comment:${comment.id}`,
    before: { state: comment.state },
    after: {
      state: change.to,
      ...(change.reason !== '' && { reason: change.reason }),
      ...(settled > 0 && { reportsSettled: settled }),
    },
    at: now,
  });
  return done();
}

/**
 * The state itself, with its writer's record and the announcement: both ways alike, so that what is undone leaves
 * nothing behind but a higher version.
 */
export function setState(
  t: Tx,
  comment: Pick<typeof comments.$inferSelect, 'id' | 'version' | 'state' | 'commenterId' | 'storyId'>,
  to: CommentState,
  now: Date,
): void {
  t.update(comments)
    .set({ state: to, version: comment.version + 1 })
    .where(and(eq(comments.id, comment.id), eq(comments.version, comment.version)))
    .run();
  const approved = counts(isUp, to) - counts(isUp, comment.state);
  const hidden = counts(isDown, to) - counts(isDown, comment.state);
  if (approved !== 0 || hidden !== 0) {
    t.update(commenters)
      .set({
        approved: sql`${commenters.approved} + ${approved}`,
        hidden: sql`${commenters.hidden} + ${hidden}`,
      })
      .where(eq(commenters.id, comment.commenterId))
      .run();
  }
  if (to === 'visible' && comment.state !== to) queueReplyNotice(t, comment.id, now);
  const readersSeeIt = comment.state !== to && (comment.state === 'visible' || to === 'visible');
  if (readersSeeIt) announce(t, { kind: 'discussion-changed', storyId: comment.storyId }, now);
}

function settleReports(t: Tx, actor: Actor, commentId: number, now: Date): number {
  return t
    .update(reports)
    .set({ settledAt: now, settledBy: actor.kind === 'staff' ? actor.id : null })
    .where(and(eq(reports.commentId, commentId), isNull(reports.settledAt)))
    .run().changes;
}

const isUp = (state: CommentState) => state === 'visible';
/** Spam is taken down as well: it speaks against its writer all the same. */
const isDown = (state: CommentState) => state === 'hidden' || state === 'spam';

function counts(isCounted: (state: CommentState) => boolean, state: CommentState): number {
  return isCounted(state) ? 1 : 0;
}

/** The spam filter forgets what it was taught of a comment, and is taught something else. */
export function relearn(
  t: Tx,
  comment: Pick<typeof comments.$inferSelect, 'id' | 'name' | 'website' | 'body'>,
  taught: SpamVerdict | null,
  teaches: SpamLesson | null,
): void {
  if (taught === (teaches?.verdict ?? null)) return;
  if (taught) unlearn(t, comment, taught);
  if (teaches) learnFrom(t, comment, teaches);
}

/** An insult is no advertisement: only what was called one teaches the filter. */
export function verdictIn(to: CommentState, reason: string): SpamVerdict | null {
  if (to === 'visible') return 'ham';
  return to === 'spam' || (to === 'hidden' && reason === 'ad') ? 'spam' : null;
}

/** What the latest decision by a person that stands has taught of it. */
export function lastLesson(t: Tx, commentId: number): SpamLesson | null {
  const last = t
    .select()
    .from(moderationActions)
    .where(
      and(
        eq(moderationActions.commentId, commentId),
        isNotNull(moderationActions.staffId),
        isNull(moderationActions.undoneAt),
      ),
    )
    .orderBy(desc(moderationActions.id))
    .limit(1)
    .get();
  const verdict = last ? verdictIn(last.to, last.reason) : null;
  return last?.staffId && verdict ? { verdict, staffId: last.staffId, at: last.at } : null;
}
