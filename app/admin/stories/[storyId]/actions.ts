'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { idIn, textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { editStory } from '@/lib/stories/edit-story';
import { fileStory } from '@/lib/stories/file-story';
import type { StoryAt } from '@/lib/stories/move-story';
import { publishStory } from '@/lib/stories/publish-story';
import { retractStory } from '@/lib/stories/retract-story';
import { returnStory } from '@/lib/stories/return-story';
import { scheduleStory } from '@/lib/stories/schedule-story';
import { dhakaTimeIn, typedStory } from '@/lib/stories/typed-story';
import { answerTo, answerToStale, writerOrRefusal } from '../answer';

/** Every button of the story's form: what is typed is saved first, then the story goes where the button says. */
export async function saveStory(_: StoryFormState, form: FormData): Promise<StoryFormState> {
  const who = await writerOrRefusal(form);
  if (!who.ok) return who.refusal;
  const fields = typedStory(form);
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const basedOn = idIn(textOf(form, 'basedOn')) ?? 0;
  const intent = textOf(form, 'do');
  const goesToReaders = intent === 'publish' || intent === 'schedule' || intent === 'file';

  const saved = await editStory(getDb(), who.actor, { ...fields, storyId, basedOn });
  if (!saved.ok && saved.code === 'stale') return answerToStale(form, fields, storyId, who.actor);
  if (!saved.ok) return answerTo(saved, form, { fields, goesToReaders });

  const { version } = saved.value;
  const moved = await move(intent, who.actor, { storyId, basedOn: version }, form);
  if (!moved.ok && moved.code === 'stale') return answerToStale(form, fields, storyId, who.actor);
  if (!moved.ok) return answerTo(moved, form, { fields, goesToReaders, basedOn: version });

  redirect(`/admin/stories/${storyId}?did=${moved.did}`);
}

type Moved = { ok: true; did: string } | { ok: false; code: string; field?: string };

async function move(intent: string, actor: StaffMember, which: StoryAt, form: FormData): Promise<Moved> {
  const db = getDb();
  switch (intent) {
    case 'file':
      return told(await fileStory(db, actor, which), intent);
    case 'publish':
      return told(await publishStory(db, actor, which), intent);
    case 'schedule':
      return told(
        await scheduleStory(db, actor, { ...which, at: dhakaTimeIn(textOf(form, 'scheduledAt')) }),
        intent,
      );
    case 'return':
      return told(await returnStory(db, actor, which), intent);
    case 'retract':
      return told(await retractStory(db, actor, { ...which, note: textOf(form, 'retractionNote') }), intent);
    default:
      return { ok: true, did: 'save' };
  }
}

function told(outcome: { ok: true } | { ok: false; code: string; field?: string }, did: string): Moved {
  return outcome.ok ? { ok: true, did } : outcome;
}
