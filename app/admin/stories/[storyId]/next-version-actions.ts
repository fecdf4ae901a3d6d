import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import { textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';
import type { StoryEdit } from '@/lib/stories/workflow/edit-story';
import {
  type ApplyNextRefusal,
  applyNextVersion,
  dropNextVersion,
  fileNextVersion,
  saveNextVersion,
  scheduleNextVersion,
} from '@/lib/stories/workflow/next-version';
import { answerTo } from '../answer';
import { dropSaved } from '../draft-actions';
import { type StoryNotice, storyPageAfter } from './story-notices';

interface NextVersionAt {
  storyId: number;
  nextBasedOn: number;
}

/** The buttons of a published story's next version: the form is saved there first, and never in the published text. */
export async function prepareNext(
  actor: StaffMember,
  edit: StoryEdit,
  form: FormData,
): Promise<StoryFormState> {
  const db = getDb();
  const { storyId } = edit;
  const nextBasedOn = Number(textOf(form, 'nextBasedOn')) || 0;
  const button = textOf(form, 'do');
  const context = { fields: edit, goesToReaders: false };

  if (button === 'next-drop') {
    const dropped = await dropNextVersion(db, actor, { storyId, nextBasedOn });
    if (!dropped.ok) return answerTo(dropped, form, context);
    redirect(storyPageAfter('drop-next', storyId));
  }
  const saved = await saveNextVersion(db, actor, { ...edit, nextBasedOn });
  if (!saved.ok) return answerTo(saved, form, context);
  await dropSaved(form, actor, storyId);

  const { version, liveVersion } = saved.value;
  const { outcome, notice } = await moveNext(button, actor, { storyId, nextBasedOn: version }, form);
  if (outcome.ok) redirect(storyPageAfter(notice, storyId));
  return {
    ...(await answerTo(outcome, form, context)),
    nextBasedOn: version,
    // Whoever has been told of the published text saves on in its knowledge.
    ...(outcome.code === 'conflict' && { basedOn: liveVersion }),
  };
}

async function moveNext(
  button: string,
  actor: StaffMember,
  which: NextVersionAt,
  form: FormData,
): Promise<{ notice: StoryNotice; outcome: Result<unknown, ApplyNextRefusal> }> {
  const db = getDb();
  switch (button) {
    case 'next-file':
      return { notice: 'file-next', outcome: await fileNextVersion(db, actor, which) };
    case 'next-schedule': {
      const at = dhakaTimeIn(textOf(form, 'scheduledAt'));
      return { notice: 'schedule-next', outcome: await scheduleNextVersion(db, actor, { ...which, at }) };
    }
    case 'next-apply':
      return { notice: 'apply-next', outcome: await applyNextVersion(db, actor, which) };
    default:
      return { notice: 'save-next', outcome: done() };
  }
}
