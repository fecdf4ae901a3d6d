import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { comments } from '@/db/schema';

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

/** Blank space is not part of what was said: a browser may send other line ends the second time. */
export function hashOf(body: string): string {
  return createHash('sha256').update(body.replace(/\s+/g, ' ')).digest('hex');
}
