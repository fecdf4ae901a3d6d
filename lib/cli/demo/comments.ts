import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { commenters, comments, staff, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { hashOf } from '@/lib/comments/posting/duplicate-comment';
import { theOperator } from '@/lib/people/actor';
import { type DemoComment, demoData } from './data';

/**
 * What readers have said, as if moderators had read it: approved is visible, the first two pieces of spam wait in
 * the queue, the others were taken down. Not through `postComment`, which would hold each first comment.
 */
export async function seedComments(db: Db, now: Date): Promise<number> {
  const spam = demoData('comments').filter(({ status }) => status === 'spam');
  const waiting = new Set(spam.slice(0, 2).map(({ id }) => id));

  return tx(db, (t) => {
    keepOpen(t, now);
    const changed = new Set<number>();
    let added = 0;
    for (const demoComment of demoData('comments')) {
      const state =
        demoComment.status === 'approved' ? 'visible' : waiting.has(demoComment.id) ? 'held' : 'hidden';
      const storyId = addComment(t, demoComment, state, now);
      if (storyId === null) continue;
      changed.add(storyId);
      added += 1;
    }
    if (added > 0) {
      appendAudit(t, { actor: theOperator, verb: 'seed-comments', subject: `demo:${added}`, at: now });
      for (const storyId of changed) announce(t, { kind: 'discussion-changed', storyId }, now);
    }
    return added;
  });
}

const TEN_YEARS_MS = 10 * 365.25 * 86_400_000;

/** Its stories are old, and a newsroom to try things in is one where something can be said. */
function keepOpen(t: Tx, now: Date): void {
  t.update(stories)
    .set({ commentsUntil: new Date(now.getTime() + TEN_YEARS_MS) })
    .where(
      and(
        inArray(
          stories.externalId,
          demoData('stories').map(({ id }) => id),
        ),
        isNull(stories.commentsUntil),
      ),
    )
    .run();
}

/** The story's id; null if the comment is here already, or what it stands under is not. */
function addComment(
  t: Tx,
  demoComment: DemoComment,
  state: 'visible' | 'held' | 'hidden',
  now: Date,
): number | null {
  const externalId = `demo-${demoComment.id}`;
  const known = t.select({ id: comments.id }).from(comments).where(eq(comments.externalId, externalId)).get();
  const story = t.select().from(stories).where(eq(stories.externalId, demoComment.story)).get();
  if (known || !story?.publishedAt) return null;
  const parent = demoComment.parent
    ? t
        .select()
        .from(comments)
        .where(eq(comments.externalId, `demo-${demoComment.parent}`))
        .get()
    : null;
  if (parent === undefined) return null;

  const at = new Date(
    Math.min(story.publishedAt.getTime() + demoComment.minutesAfterPublish * 60_000, now.getTime()),
  );
  const commenterId = commenterOf(t, demoComment, state, at);
  t.insert(comments)
    .values({
      storyId: story.id,
      parentId: parent?.id ?? null,
      rootId: parent && (parent.rootId ?? parent.id),
      depth: parent ? parent.depth + 1 : 0,
      commenterId,
      name: demoComment.name,
      body: demoComment.text,
      bodyHash: hashOf(demoComment.text),
      state,
      heldBecause: state === 'visible' ? [] : ['first-comment', 'many-links'],
      fromNewsroom: demoComment.fromNewsroom,
      externalId,
      createdAt: at,
    })
    .run();
  return story.id;
}

/** One for each address, and one for each name that answers from the newsroom, tied to a member of staff. */
function commenterOf(t: Tx, demoComment: DemoComment, state: string, at: Date): number {
  const moderator = t.select().from(staff).where(eq(staff.email, 'moderator@barta.test')).get();
  const email = demoComment.email ?? `newsroom+${hashOf(demoComment.name).slice(0, 8)}@barta.test`;
  const approved = state === 'visible' ? 1 : 0;
  const hidden = state === 'hidden' ? 1 : 0;
  return t
    .insert(commenters)
    .values({
      email,
      name: demoComment.name,
      staffId: demoComment.fromNewsroom ? (moderator?.id ?? null) : null,
      approved,
      hidden,
      createdAt: at,
    })
    .onConflictDoUpdate({
      target: commenters.email,
      set: {
        approved: sql`${commenters.approved} + ${approved}`,
        hidden: sql`${commenters.hidden} + ${hidden}`,
      },
    })
    .returning({ id: commenters.id })
    .get().id;
}
