import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { comments } from '@/db/schema';
import type { CommentSignals } from './signals';

interface CommentPlaceAndHash {
  storyId: number;
  parentId: number | null;
  commenterId: number;
  bodyHash: string;
}

/** The same words by the same commenter at the same place, if they stand there; as the unique index has it. */
export function duplicateOf(t: Tx, { storyId, parentId, commenterId, bodyHash }: CommentPlaceAndHash) {
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
export function isSameSender(
  comment: Pick<typeof comments.$inferSelect, 'device' | 'network' | 'createdAt'>,
  { device = '', network }: CommentSignals,
  now: Date,
): boolean {
  if (comment.device === device) return true;
  const isLately = now.getTime() - comment.createdAt.getTime() < SENT_AGAIN_MS;
  return isLately && network !== '' && comment.network === network;
}

/** The hash for the same words by the same address from another device, which stand beside the first ones. */
export function hashFor(body: string, device: string): string {
  return hashOf(`${device}\n${hashOf(body)}`);
}

/** Blank space is not part of what was said: a browser may send other line ends the second time. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body.replace(/\s+/g, ' ')).digest('hex');
}
