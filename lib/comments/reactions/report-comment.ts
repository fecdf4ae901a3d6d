import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { comments, type ReportReason, reportReasons, reports, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { done, type Result, refused } from '@/lib/result';
import { lengthFault } from '../posting/comment-draft';
import { plainText } from '../posting/plain-text';

export const MAX_REPORT = 500;
export type ReportRefusal = 'unknown-comment' | 'no-reason' | 'too-long';

/**
 * A reader's complaint, for the desk to see. It takes nothing down by itself: a crowd is no judge. Once a device; a second
 * one from there is the same complaint. Readers see no change, so nothing is announced.
 */
export async function reportComment(
  db: Db,
  {
    storyId,
    commentId,
    reporter,
    reason,
    words: rawWords,
  }: { storyId: number; commentId: number; reporter: string; reason: string; words: string },
  now = new Date(),
): Promise<Result<void, ReportRefusal>> {
  if (!isReason(reason)) return refused('no-reason', 'reason');
  const words = plainText(rawWords);
  if (lengthFault(words, MAX_REPORT) === 'too-long') return refused('too-long', 'words');

  return tx(db, (t) => {
    const comment = t
      .select({ state: comments.state, story: stories.state })
      .from(comments)
      .innerJoin(stories, eq(stories.id, comments.storyId))
      .where(and(eq(comments.id, commentId), eq(comments.storyId, storyId)))
      .get();
    if (comment?.state !== 'visible' || comment.story !== 'published') return refused('unknown-comment');
    t.insert(reports).values({ commentId, reporter, reason, words, at: now }).onConflictDoNothing().run();
    return done();
  });
}

function isReason(text: string): text is ReportReason {
  return reportReasons.some((known) => known === text);
}
