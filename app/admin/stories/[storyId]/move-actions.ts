import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import { textOf } from '@/lib/forms/read-form';
import { leadWith, takeOffFront } from '@/lib/fronts/lead-with';
import type { StaffMember } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';
import type { StoryRefusal } from '@/lib/stories/for-desk/refusal-sentence';
import { fileStory } from '@/lib/stories/workflow/file-story';
import type { StoryAt } from '@/lib/stories/workflow/move-story';
import { publishStory } from '@/lib/stories/workflow/publication/publish-story';
import { retractStory } from '@/lib/stories/workflow/publication/retract-story';
import { scheduleStory } from '@/lib/stories/workflow/publication/schedule-story';
import { returnStory } from '@/lib/stories/workflow/return-story';
import type { StoryNotice } from './story-notices';

/** Where the pressed button takes a story that has just been saved; a button that only saves takes it nowhere. */
export async function moveByButton(
  button: string,
  actor: StaffMember,
  which: StoryAt,
  form: FormData,
): Promise<Result<StoryNotice, StoryRefusal>> {
  const db = getDb();
  switch (button) {
    case 'file':
      return noticeOf('file', await fileStory(db, actor, which));
    case 'publish':
      return noticeOf('publish', await publishStory(db, actor, which));
    case 'publish-lead': {
      const published = await publishStory(db, actor, which);
      return published.ok ? noticeOf('lead', await leadWith(db, actor, which.storyId)) : published;
    }
    case 'lead':
      return noticeOf('lead', await leadWith(db, actor, which.storyId));
    case 'off-front':
      return noticeOf('off-front', await takeOffFront(db, actor, which.storyId));
    case 'schedule': {
      const at = dhakaTimeIn(textOf(form, 'scheduledAt'));
      return noticeOf('schedule', await scheduleStory(db, actor, { ...which, at }));
    }
    case 'return':
      return noticeOf('return', await returnStory(db, actor, which));
    case 'retract': {
      const note = textOf(form, 'retractionNote');
      return noticeOf('retract', await retractStory(db, actor, { ...which, note }));
    }
    default:
      return done('save');
  }
}

function noticeOf(
  notice: StoryNotice,
  outcome: Result<unknown, StoryRefusal>,
): Result<StoryNotice, StoryRefusal> {
  return outcome.ok ? done(notice) : outcome;
}
