import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { comments } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { Target } from './decide-comments';

/** Makes a visible comment the editors' pick, or takes the mark away again. */
export async function pickComment(
  db: Db,
  actor: Actor,
  { commentId, basedOn, isPick }: Target & { isPick: boolean },
  now = new Date(),
): Promise<Result<{ version: number }, 'forbidden' | 'unknown-comment' | 'stale' | 'not-visible'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');

  return tx(db, (t) => {
    const comment = t.select().from(comments).where(eq(comments.id, commentId)).get();
    if (!comment) return refused('unknown-comment');
    if (comment.version !== basedOn || (comment.pickedAt !== null) === isPick) return refused('stale');
    if (comment.state !== 'visible') return refused('not-visible');

    const version = comment.version + 1;
    t.update(comments)
      .set({ pickedAt: isPick ? now : null, version })
      .where(and(eq(comments.id, commentId), eq(comments.version, basedOn)))
      .run();
    appendAudit(t, {
      actor,
      verb: isPick ? 'pick-comment' : 'unpick-comment',
      subject: `comment:${commentId}`,
      at: now,
    });
    announce(t, { kind: 'discussion-changed', storyId: comment.storyId }, now);
    return done({ version });
  });
}
