import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { comments } from '@/db/schema';
import type { CommentSignals } from './signals';

/** The same words by the same commenter at the same place, if they stand there; as the unique index has it. */
export function duplicateOf(
  t: Tx,
  { storyId, parentId, commenterId, bodyHash }: CommentPlace & { bodyHash: string },
) {
  return t
    .select()
    .from(comments)
    .where(
      and(
        eq(comments.storyId, storyId),
        eq(comments.commenterId, commenterId),
        sql`coalesce(${comments.parentId}, 0) = ${parentId ?? 0}`,
        eq(comments.bodyHash, bodyHash),
        sql`${comments.state} <> 'withdrawn'`,
      ),
    )
    .get();
}

/** A browser that lost its answer with its first cookie sends once more within this time. */
const SENT_AGAIN_MS = 30 * 60_000;

/** Whether a comment came from this sender: the same device, or a moment ago the same network. */
function isSameSender(
  comment: Pick<typeof comments.$inferSelect, 'device' | 'network' | 'createdAt'>,
  { device = '', network }: CommentSignals,
  now: Date,
): boolean {
  if (comment.device === device) return true;
  const isLately = now.getTime() - comment.createdAt.getTime() < SENT_AGAIN_MS;
  return isLately && network !== '' && comment.network === network;
}

interface CommentPlace {
  storyId: number;
  parentId: number | null;
  commenterId: number;
}

/**
 * The comment that this text repeats, and the hash to store the text under. The same words by the same address from
 * somebody else are a comment of their own: to answer with the first one would tell whose address it is.
 */
export function sentBefore(
  t: Tx,
  { place, body, signals }: { place: CommentPlace; body: string; signals: CommentSignals },
  now: Date,
) {
  const bodyHash = hashOf(body);
  const first = duplicateOf(t, { ...place, bodyHash });
  if (!first) return { bodyHash };
  if (isSameSender(first, signals, now)) return { bodyHash, duplicate: first };
  const ownHash = hashOf(`${signals.device ?? ''}\n${bodyHash}`);
  return { bodyHash: ownHash, duplicate: duplicateOf(t, { ...place, bodyHash: ownHash }) };
}

/** Blank space is not part of what was said: a browser may send other line ends the second time. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body.replace(/\s+/g, ' ')).digest('hex');
}
