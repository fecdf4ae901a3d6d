import { desc, eq } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { type CommentState, commenters, comments, settings, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/pages/announce';
import { done, type Result, refused } from '@/lib/result';
import { settingsFrom } from '@/lib/site/settings';
import type { CommentDraft } from './comment-draft';
import { reasonsToHold } from './hold-rules';
import { hashOf, saidBefore } from './said-before';
import type { CommentSignals } from './signals';

export interface PostedComment {
  id: number;
  /** The thread it stands in; its own id if it begins one. */
  rootId: number;
  isVisible: boolean;
}

export type PostRefusal = 'unknown-story' | 'retracted' | 'closed' | 'parent-gone';

/**
 * A reader's comment, held or shown at once. The same words from the same address at the same place are the same
 * comment, however often they are sent: the first one is answered again.
 */
export async function postComment(
  db: Db,
  draft: CommentDraft,
  signals: CommentSignals,
  now = new Date(),
): Promise<Result<PostedComment, PostRefusal>> {
  const bodyHash = hashOf(draft.body);

  return tx(db, (t) => {
    const story = t.select().from(stories).where(eq(stories.id, draft.storyId)).get();
    if (story?.state === 'retracted') return refused('retracted');
    if (story?.state !== 'published') return refused('unknown-story');
    if (story.comments === 'closed') return refused('closed');

    const parent = parentOf(t, draft);
    if (parent === 'gone') return refused('parent-gone', 'parentId');

    const commenter = commenterOf(t, draft, now);
    const said = saidBefore(t, { ...draft, commenterId: commenter.id, bodyHash });
    if (said) return done(posted(said));

    const reasons = reasonsToHold({
      draft,
      commenter: {
        approved: commenter.approved,
        hidden: commenter.hidden,
        isStaff: commenter.staffId !== null,
        lately: latelyBy(t, commenter.id),
      },
      settings: settingsFrom(t.select().from(settings).all()),
      now,
    });
    const state = reasons.length === 0 ? 'visible' : 'held';
    const comment = t
      .insert(comments)
      .values({
        storyId: draft.storyId,
        parentId: draft.parentId,
        rootId: parent && (parent.rootId ?? parent.id),
        depth: parent ? parent.depth + 1 : 0,
        commenterId: commenter.id,
        name: draft.name,
        website: draft.website,
        body: draft.body,
        bodyHash,
        state,
        heldBecause: reasons,
        network: signals.network,
        createdAt: now,
      })
      .returning()
      .get();
    if (state === 'visible') {
      t.update(commenters)
        .set({ approved: commenter.approved + 1 })
        .where(eq(commenters.id, commenter.id))
        .run();
    }

    appendAudit(t, {
      actor: { kind: 'commenter', id: commenter.id, name: draft.name },
      verb: 'post-comment',
      subject: `comment:${comment.id}`,
      after: { story: draft.storyId, state, ...(reasons.length > 0 && { heldBecause: reasons }) },
      at: now,
    });
    if (state === 'visible') announce(t, { kind: 'discussion-changed', storyId: draft.storyId }, now);
    return done(posted(comment));
  });
}

/** What it answers, if that is still there to be answered: a form may be older than a moderator's decision. */
function parentOf(t: Tx, { storyId, parentId }: CommentDraft) {
  if (parentId === null) return null;
  const parent = t.select().from(comments).where(eq(comments.id, parentId)).get();
  return parent?.storyId === storyId && parent.state === 'visible' ? parent : ('gone' as const);
}

/** An address is one commenter. Their record keeps the name they first gave; each comment keeps its own. */
function commenterOf(t: Tx, { email, name, website }: CommentDraft, now: Date) {
  const known = t.select().from(commenters).where(eq(commenters.email, email)).get();
  return known ?? t.insert(commenters).values({ email, name, website, createdAt: now }).returning().get();
}

function latelyBy(t: Tx, commenterId: number): Date[] {
  return t
    .select({ at: comments.createdAt })
    .from(comments)
    .where(eq(comments.commenterId, commenterId))
    .orderBy(desc(comments.id))
    .limit(5)
    .all()
    .map((row) => row.at);
}

function posted(comment: { id: number; rootId: number | null; state: CommentState }): PostedComment {
  return { id: comment.id, rootId: comment.rootId ?? comment.id, isVisible: comment.state === 'visible' };
}
