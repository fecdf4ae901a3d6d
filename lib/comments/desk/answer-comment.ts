import { and, eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { bylines, commenters, comments, staff, stories, storyBylines } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { queueReplyNotice } from '@/lib/mail/queue/queue-reply-notice';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { MAX_BODY } from '../comment-limits';
import { lengthFault } from '../posting/comment-draft';
import { duplicateOf, hashOf } from '../posting/duplicate-comment';
import { plainText } from '../posting/plain-text';
import { type CommentStateRefusal, changeCommentState } from './change-comment-state';

export type AnswerRefusal = CommentStateRefusal | 'forbidden' | 'not-published' | 'empty' | 'too-long';

/**
 * The newsroom answers, under the member's own name and with its badge, at once. What is answered stands from
 * then on: nobody answers what readers cannot see.
 */
export async function answerComment(
  db: Db,
  actor: Actor,
  { commentId, basedOn, body: rawBody }: { commentId: number; basedOn: number; body: string },
  now = new Date(),
): Promise<Result<{ id: number }, AnswerRefusal>> {
  if (actor.kind !== 'staff' || !may(actor, 'moderate')) return refused('forbidden');
  const body = plainText(rawBody);
  const fault = lengthFault(body, MAX_BODY);
  if (fault === 'empty' || fault === 'too-long') return refused(fault, 'body');

  return tx(db, (t) => {
    const answered = t.select().from(comments).where(eq(comments.id, commentId)).get();
    if (!answered) return refused('unknown-comment');
    const story = t.select().from(stories).where(eq(stories.id, answered.storyId)).get();
    if (story?.state !== 'published') return refused('not-published');
    const voice = voiceOf(t, actor.id, actor.name, now);
    const bodyHash = hashOf(body);
    const { storyId } = answered;
    const duplicate = duplicateOf(t, { storyId, parentId: commentId, commenterId: voice, bodyHash });
    if (duplicate) return done({ id: duplicate.id });

    if (answered.state !== 'visible') {
      const to = { commentId, basedOn, to: 'visible', verb: 'approve-comment', reason: '' } as const;
      const turned = changeCommentState(t, actor, to, now);
      if (!turned.ok) return turned;
    }
    const answer = t
      .insert(comments)
      .values({
        storyId,
        parentId: commentId,
        rootId: answered.rootId ?? commentId,
        depth: answered.depth + 1,
        commenterId: voice,
        name: actor.name,
        body,
        bodyHash,
        state: 'visible',
        heldBecause: [],
        fromNewsroom: true,
        fromAuthor: signs(t, actor.id, storyId),
        createdAt: now,
      })
      .returning({ id: comments.id })
      .get();
    t.update(commenters)
      .set({ approved: sql`${commenters.approved} + 1` })
      .where(eq(commenters.id, voice))
      .run();
    appendAudit(t, {
      actor,
      verb: 'answer-comment',
      subject: `comment:${answer.id}`,
      after: { story: storyId, answers: commentId },
      at: now,
    });
    queueReplyNotice(t, answer.id, now);
    announce(t, { kind: 'discussion-changed', storyId }, now);
    return done(answer);
  });
}

/** Is one of the story's bylines theirs? */
function signs(t: Tx, staffId: number, storyId: number): boolean {
  const theirs = t
    .select({ id: bylines.id })
    .from(storyBylines)
    .innerJoin(bylines, eq(bylines.id, storyBylines.bylineId))
    .where(and(eq(storyBylines.storyId, storyId), eq(bylines.staffId, staffId)))
    .get();
  return theirs !== undefined;
}

/** The commenter that speaks for a member. Whoever typed a member's address before is that commenter from now on. */
function voiceOf(t: Tx, staffId: number, name: string, now: Date): number {
  const member = t.select({ email: staff.email }).from(staff).where(eq(staff.id, staffId)).get();
  if (!member) throw new Error(`no member of staff ${staffId}`);
  return t
    .insert(commenters)
    .values({ email: member.email, name, staffId, createdAt: now })
    .onConflictDoUpdate({ target: commenters.email, set: { staffId } })
    .returning({ id: commenters.id })
    .get().id;
}
