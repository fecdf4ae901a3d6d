import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import type { deskStoryWork } from '@/lib/stories/for-desk/work-desk';

type Work = NonNullable<Awaited<ReturnType<typeof deskStoryWork>>>;

/** Why a draft has come back to who wrote it; null once it was filed again. */
export function sentBackNote(
  { story, remarks }: Pick<Work, 'story' | 'remarks'>,
  history: readonly { verb: string; at: Date }[],
): { name: string; words: string } | null {
  const last = remarks.find(({ kind }) => kind === 'sent-back');
  if (story.state !== 'draft' || !last) return null;
  const isFiledAgain = history.some(({ verb, at }) => verb === 'file-story' && at > last.at);
  return isFiledAgain ? null : { name: last.name ?? '', words: last.words };
}

/** The work on a story as its panels take it. */
export function storyWorkView({ story, hasNext, ...work }: Work) {
  const isWithDesk = story.state === 'draft' || story.state === 'filed';
  return {
    ...work,
    story: {
      id: story.id,
      state: story.state,
      version: story.version,
      assigneeId: story.assigneeId,
      hasNext,
      isBinned: story.binnedAt !== null,
      isUnseen: isWithDesk && story.publishedAt === null && story.firstPublishedAt === null,
      dueAt: story.dueAt ? dhakaTimeOf(story.dueAt) : '',
      unpublishAt: story.unpublishAt ? dhakaTimeOf(story.unpublishAt) : '',
    },
  };
}
