import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters, comments } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import { bannedBy } from '../bans/banned-by';
import { MAX_BODY } from '../comment-limits';
import { classify } from '../posting/classify';
import { isDisguised, lengthFault } from '../posting/comment-draft';
import { duplicateOf, hashOf } from '../posting/duplicate-comment';
import { plainText } from '../posting/plain-text';
import { moderationOptions, storyToComment } from '../posting/posting-rows';
import type { CommentSignals } from '../posting/signals';
import { recentActivity } from '../spam/recent-activity';
import { isEditable, isOwn } from './own-comment';

export type EditRefusal = 'not-yours' | 'too-late' | 'banned' | 'said-before' | 'empty' | 'too-long' | 'gone';

/**
 * Its writer mends a comment within five minutes. The new words pass what the first ones passed: an innocent comment does
 * not become an advertisement when the moderator has gone. What waited goes on waiting.
 */
export async function editComment(
  db: Db,
  { commentId, body: rawBody, signals }: { commentId: number; body: string; signals: CommentSignals },
  now = new Date(),
): Promise<Result<{ storyId: number; isVisible: boolean }, EditRefusal>> {
  const body = plainText(rawBody);
  const fault = lengthFault(body, MAX_BODY);
  if (fault === 'empty' || fault === 'too-long') return refused(fault, 'body');
  const bodyHash = hashOf(body);

  return tx(db, (t) => {
    const comment = t.select().from(comments).where(eq(comments.id, commentId)).get();
    const commenter =
      comment && t.select().from(commenters).where(eq(commenters.id, comment.commenterId)).get();
    const owner = { device: signals.device ?? '' };
    if (!comment || !commenter || !isOwn(comment, commenter, owner)) return refused('not-yours');
    if (!isEditable(comment, now)) return refused('too-late');
    const story = storyToComment(t, comment.storyId);
    if (story?.state !== 'published') return refused('gone');
    if (bannedBy(t, signals, now)) return refused('banned');
    if (bodyHash === comment.bodyHash)
      return done({ storyId: story.id, isVisible: comment.state === 'visible' });
    if (duplicateOf(t, { ...comment, bodyHash })) return refused('said-before', 'body');

    const { storyId, parentId, name, website } = comment;
    const unchanged = { storyId, parentId, name, website, email: commenter.email, trap: '' };
    const draft = { ...unchanged, body, isDisguised: isDisguised(rawBody) };
    const around = recentActivity(
      t,
      { draft, signals, commenterId: commenter.id, exceptId: comment.id },
      now,
    );
    const verdict = classify(
      {
        t,
        draft,
        signals: { ...signals, proofOfWork: 'done' },
        commenter,
        story,
        options: moderationOptions(t),
        activity: around,
      },
      now,
    );
    // `work` was said to be done, so it is not asked for.
    if (verdict === 'work') throw new Error('a sum was asked for twice');
    const state = comment.state === 'held' && verdict.state === 'visible' ? 'held' : verdict.state;
    t.update(comments)
      .set({
        body,
        bodyHash,
        state,
        heldBecause: verdict.reasons.length > 0 ? verdict.reasons : comment.heldBecause,
        signals: verdict.signals,
        fingerprint: around.fingerprint,
        editedAt: now,
        version: comment.version + 1,
      })
      .where(eq(comments.id, comment.id))
      .run();
    const counted = (one: string) => Number(one === state) - Number(one === comment.state);
    t.update(commenters)
      .set({
        approved: sql`max(${commenters.approved} + ${counted('visible')}, 0)`,
        hidden: sql`${commenters.hidden} + ${counted('hidden') + counted('spam')}`,
      })
      .where(eq(commenters.id, commenter.id))
      .run();
    appendAudit(t, {
      actor: { kind: 'commenter', id: commenter.id, name },
      verb: 'edit-comment',
      subject: `comment:${comment.id}`,
      before: { state: comment.state },
      after: { state },
      at: now,
    });
    if (comment.state === 'visible' || state === 'visible')
      announce(t, { kind: 'discussion-changed', storyId }, now);
    return done({ storyId, isVisible: state === 'visible' });
  });
}
