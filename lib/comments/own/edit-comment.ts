import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type CommentState, commenters, comments } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { done, type Result, refused } from '@/lib/result';
import { bannedBy } from '../bans/banned-by';
import { MAX_BODY } from '../comment-limits';
import { isDisguised, lengthFault } from '../posting/comment-draft';
import { duplicateOf, hashFor, hashOf, isSameSender } from '../posting/duplicate-comment';
import { plainText } from '../posting/plain-text';
import { moderationOptions, storyToComment } from '../posting/posting-rows';
import type { CommentSignals } from '../posting/signals';
import { recentActivity } from '../spam/recent-activity';
import { writerStanding } from '../trust/writer-standing';
import { isEditable, isOwn } from './own-comment';
import { type EditVerdict, weighEdit } from './weigh-edit';

export type EditRefusal =
  | 'not-yours'
  | 'too-late'
  | 'banned'
  | 'said-before'
  | 'needs-moderator'
  | 'empty'
  | 'too-long'
  | 'gone';

type Comment = typeof comments.$inferSelect;

/**
 * Its writer mends a comment within five minutes. A comment that stands goes on standing, and what was answered to it: a
 * change that would have to wait is refused, and the text stays as it was. What waited goes on waiting.
 */
export async function editComment(
  db: Db,
  { commentId, body: rawBody, signals }: { commentId: number; body: string; signals: CommentSignals },
  now = new Date(),
): Promise<Result<{ storyId: number; isVisible: boolean }, EditRefusal>> {
  const body = plainText(rawBody);
  const fault = lengthFault(body, MAX_BODY);
  if (fault === 'empty' || fault === 'too-long') return refused(fault, 'body');

  return tx(db, (t) => {
    const comment = t.select().from(comments).where(eq(comments.id, commentId)).get();
    const commenter =
      comment && t.select().from(commenters).where(eq(commenters.id, comment.commenterId)).get();
    const { device = '' } = signals;
    if (!comment || !commenter || !isOwn(comment, commenter, { device })) return refused('not-yours');
    if (!isEditable(comment, now)) return refused('too-late');
    const story = storyToComment(t, comment.storyId);
    if (story?.state !== 'published') return refused('gone');
    if (bannedBy(t, signals, now)) return refused('banned');
    const isStanding = comment.state === 'visible';
    if (hashOf(body) === hashOf(comment.body)) return done({ storyId: story.id, isVisible: isStanding });
    const bodyHash = unusedHash(t, { comment, body, signals }, now);
    if (bodyHash === null) return refused('said-before', 'body');

    const { storyId, parentId, name, website } = comment;
    const unchanged = { storyId, parentId, name, website, email: commenter.email, trap: '' };
    const draft = { ...unchanged, body, isDisguised: isDisguised(rawBody) };
    const writer = writerStanding(t, commenter, device, now);
    const isKnown = writer.level !== 'new';
    const activity = recentActivity(
      t,
      { draft, signals, commenterId: commenter.id, isKnown, exceptId: comment.id },
      now,
    );
    const options = moderationOptions(t);
    const verdict = weighEdit(
      { t, draft, before: comment.body, signals, writer, story, options, activity },
      now,
    );
    if (isStanding && verdict.objections.length > 0) return refused('needs-moderator', 'body');

    const state = isStanding || verdict.state === 'visible' ? comment.state : verdict.state;
    const { fingerprint } = activity;
    saveEdit(t, comment, { body, bodyHash, state, verdict, fingerprint }, now);
    return done({ storyId, isVisible: state === 'visible' });
  });
}

/** Null: its writer has said the same at the same place before. */
function unusedHash(
  t: Tx,
  { comment, body, signals }: { comment: Comment; body: string; signals: CommentSignals },
  now: Date,
): string | null {
  const bodyHash = hashOf(body);
  const other = duplicateOf(t, { ...comment, bodyHash });
  if (!other) return bodyHash;
  if (isSameSender(other, signals, now)) return null;
  const ownHash = hashFor(body, signals.device ?? '');
  return duplicateOf(t, { ...comment, bodyHash: ownHash }) ? null : ownHash;
}

interface Edit {
  body: string;
  bodyHash: string;
  state: CommentState;
  verdict: EditVerdict;
  fingerprint: string;
}

function saveEdit(t: Tx, comment: Comment, edit: Edit, now: Date): void {
  const { body, bodyHash, state, verdict, fingerprint } = edit;
  const isHeldForMore = state !== 'visible' && verdict.reasons.length > 0;
  t.update(comments)
    .set({
      body,
      bodyHash,
      state,
      heldBecause: isHeldForMore ? verdict.reasons : comment.heldBecause,
      signals: verdict.signals,
      fingerprint,
      editedAt: now,
      version: comment.version + 1,
    })
    .where(eq(comments.id, comment.id))
    .run();
  if (state === 'hidden' || state === 'spam')
    t.update(commenters)
      .set({ hidden: sql`${commenters.hidden} + 1` })
      .where(eq(commenters.id, comment.commenterId))
      .run();
  appendAudit(t, {
    actor: { kind: 'commenter', id: comment.commenterId, name: comment.name },
    verb: 'edit-comment',
    subject: `comment:${comment.id}`,
    before: { state: comment.state },
    after: { state },
    at: now,
  });
  if (state === 'visible') announce(t, { kind: 'discussion-changed', storyId: comment.storyId }, now);
}
