import { formatQueueComment, formatQueueCounts } from '@/components/admin/comments/format-queue-comment';
import { type DeskComment, deskListedWords, MOST_COUNTED, type QueueCounts } from '@/lib/comments/desk/queue';
import type { LabelSet, Say } from '@/lib/site/labels';
import { pictureOf } from '@/lib/stories/for-readers/cards';

/** How the desk prints comments and counts: for the page, for its later parts, and for what an action answers. */
export async function queueFormatter({ say, labelSet }: { say: Say; labelSet: LabelSet }, now: Date) {
  const words = await deskListedWords();
  const manner = {
    say,
    labelSet,
    now,
    words,
    pictureOf: ({ story }: DeskComment) => pictureOf(story.id, story.variants, story.pictureAlt ?? ''),
  };
  return {
    comment: (comment: DeskComment) => formatQueueComment(comment, manner),
    counts: (counts: QueueCounts) => formatQueueCounts(counts, MOST_COUNTED, manner),
  };
}
