'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import type { StaffMember } from '@/lib/people/actor';
import { unlessDiskFull } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { openFormValues, parseStoryForm } from '@/lib/stories/fields/story-form';
import { refusalSentence } from '@/lib/stories/for-desk/refusal-sentence';
import { takeOverStory } from '@/lib/stories/versions/presence/report-presence';
import { takeBackStory } from '@/lib/stories/workflow/take-back-story';
import { answerTo, answerToStale, isScripted, writerOrRefusal } from '../answer';
import { answerAboutDrafts, dropSaved } from '../draft-actions';
import { takeSentMedia } from '../media-actions';
import { saveOrMerge } from './merge-actions';
import { moveByButton } from './move-actions';
import { prepareNext } from './next-version-actions';
import { storyPageAfter } from './story-notices';

/** Every button of the story's form: the form is saved first, then the story goes where the button says. */
export async function saveStory(_: StoryFormState, form: FormData): Promise<StoryFormState> {
  return unlessDiskFull(form, () => save(form));
}

async function save(form: FormData): Promise<StoryFormState> {
  const who = await writerOrRefusal(form);
  if (!who.ok) return who.refusal;
  const { actor } = who;
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const button = textOf(form, 'do');
  const aboutDrafts = await answerAboutDrafts(form, actor, storyId);
  if (aboutDrafts) return aboutDrafts;
  if (button === 'take-over') return takeOver(form, actor);
  if (button === 'take-back') return takeBack(form, actor);
  const aboutMedia = await takeSentMedia(form, actor);
  if (aboutMedia) return aboutMedia;

  const fields = parseStoryForm(form);
  const edit = { ...fields, storyId, basedOn: idIn(textOf(form, 'basedOn')) ?? 0 };
  if (button.startsWith('next-')) return prepareNext(actor, edit, form);

  const goesToReaders = ['publish', 'publish-lead', 'schedule', 'file'].includes(button);
  const saved = await saveOrMerge(actor, edit, form);
  if ('merge' in saved) return answerToStale(form, saved.merge, saved.isUnsettled);
  if (!saved.ok) return answerTo(saved, form, { fields, goesToReaders });

  await dropSaved(form, actor, storyId);
  const { version, merged } = saved.value;
  const moved = await moveByButton(button, actor, { storyId, basedOn: version }, form);
  if (!moved.ok) return answerTo(moved, form, { fields, goesToReaders, basedOn: version });
  // Whoever saves goes on writing: their form stays as it is, or takes in what the other has written.
  if (moved.value === 'save' && (await isScripted())) {
    const values = { ...fieldsIn(form), ...(merged && openFormValues(merged)) };
    return { values, errors: {}, basedOn: version, isSaved: true, ...(merged && { isMerged: true }) };
  }

  redirect(storyPageAfter(moved.value, storyId));
}

/** The form stays as it was; who wrote until now is told with their next heartbeat. */
async function takeOver(form: FormData, actor: StaffMember): Promise<StoryFormState> {
  const { say } = await readSite();
  const takenOver = await takeOverStory(getDb(), actor, idIn(textOf(form, 'storyId')) ?? 0);
  const text = takenOver.ok ? say('versions.tookOver') : refusalSentence(say, takenOver.code);
  return { values: fieldsIn(form), errors: {}, notice: { kind: takenOver.ok ? 'done' : 'refused', text } };
}

/** The form is read-only until the story is a draft again, so there is nothing to save first. */
async function takeBack(form: FormData, actor: StaffMember): Promise<StoryFormState> {
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const basedOn = idIn(textOf(form, 'basedOn')) ?? 0;
  const back = await takeBackStory(getDb(), actor, { storyId, basedOn });
  if (back.ok) redirect(storyPageAfter('take-back', storyId));
  const { say } = await readSite();
  return { values: {}, errors: {}, notice: { kind: 'refused', text: refusalSentence(say, back.code) } };
}
