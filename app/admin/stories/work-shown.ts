import { dhakaTimeOf } from '@/lib/forms/dhaka-time';
import type { deskStoryWork } from '@/lib/stories/work/desk';

/** The work on a story as its panels take it. */
export function workShown({
  story,
  hasNext,
  ...work
}: NonNullable<Awaited<ReturnType<typeof deskStoryWork>>>) {
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
