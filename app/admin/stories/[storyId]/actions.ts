'use server';

import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { dhakaTimeIn } from '@/lib/forms/dhaka-time';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import type { StoryFormState } from '@/lib/forms/story-form-state';
import { leadWith, takeOffFront } from '@/lib/fronts/lead-with';
import type { StaffMember } from '@/lib/people/actor';
import { unlessDiskFull } from '@/lib/people/require-staff';
import { refused } from '@/lib/result';
import { readSite } from '@/lib/site/reading';
import type { StoryFields } from '@/lib/stories/fields/catalogue';
import { faultsIn, tidyFields } from '@/lib/stories/fields/check-fields';
import { openFormValues, parseStoryForm } from '@/lib/stories/fields/story-form';
import { refusalSentence } from '@/lib/stories/for-desk/refusal-sentence';
import { mergeWithSaved, type SavedMerge } from '@/lib/stories/versions/merge/merge-with-saved';
import { takeOverStory } from '@/lib/stories/versions/presence/report-presence';
import { editStory, type StoryEdit } from '@/lib/stories/workflow/edit-story';
import { fileStory } from '@/lib/stories/workflow/file-story';
import type { StoryAt } from '@/lib/stories/workflow/move-story';
import {
  applyNextVersion,
  dropNextVersion,
  fileNextVersion,
  saveNextVersion,
  scheduleNextVersion,
} from '@/lib/stories/workflow/next-version';
import { publishStory } from '@/lib/stories/workflow/publication/publish-story';
import { retractStory } from '@/lib/stories/workflow/publication/retract-story';
import { scheduleStory } from '@/lib/stories/workflow/publication/schedule-story';
import { returnStory } from '@/lib/stories/workflow/return-story';
import { takeBackStory } from '@/lib/stories/workflow/take-back-story';
import { answerTo, answerToStale, choiceIn, isScripted, writerOrRefusal } from '../answer';
import { answerAboutDrafts, dropSaved } from '../draft-actions';
import { takeSentMedia } from '../media-actions';

/** Every button of the story's form: what is typed is saved first, then the story goes where the button says. */
export async function saveStory(_: StoryFormState, form: FormData): Promise<StoryFormState> {
  return unlessDiskFull(form, () => save(form));
}

async function save(form: FormData): Promise<StoryFormState> {
  const who = await writerOrRefusal(form);
  if (!who.ok) return who.refusal;
  const aboutDrafts = await answerAboutDrafts(form, who.actor, idIn(textOf(form, 'storyId')) ?? 0);
  if (aboutDrafts) return aboutDrafts;
  if (textOf(form, 'do') === 'take-over') return takeOver(form, who.actor);
  if (textOf(form, 'do') === 'take-back') return takeBack(form, who.actor);
  const aboutMedia = await takeSentMedia(form, who.actor);
  if (aboutMedia) return aboutMedia;
  const fields = parseStoryForm(form);
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const basedOn = idIn(textOf(form, 'basedOn')) ?? 0;
  const intent = textOf(form, 'do');
  if (intent.startsWith('next-')) return prepareNext(who.actor, { ...fields, storyId, basedOn }, form);
  const goesToReaders = ['publish', 'publish-lead', 'schedule', 'file'].includes(intent);

  const saved = await saveOrMerge(who.actor, { ...fields, storyId, basedOn }, form);
  if ('merge' in saved) return answerToStale(form, saved.merge, saved.isUnsettled);
  if (!saved.ok) return answerTo(saved, form, { fields, goesToReaders });

  await dropSaved(form, who.actor, storyId);
  const { version } = saved.value;
  const moved = await move(intent, who.actor, { storyId, basedOn: version }, form);
  if (!moved.ok) return answerTo(moved, form, { fields, goesToReaders, basedOn: version });
  // Whoever saves goes on writing: their form stays as it is, or takes in what the other has written.
  if (moved.did === 'save' && (await isScripted())) {
    const merged = saved.merged ? openFormValues(saved.merged) : null;
    const values = { ...fieldsIn(form), ...merged };
    return { values, errors: {}, basedOn: version, isSaved: true, ...(merged && { isMerged: true }) };
  }

  redirect(`/admin/stories/${storyId}?did=${moved.did}`);
}

/** The form stays as it was typed; who wrote until now is told at their next heartbeat. */
async function takeOver(form: FormData, actor: StaffMember): Promise<StoryFormState> {
  const { say } = await readSite();
  const taken = await takeOverStory(getDb(), actor, idIn(textOf(form, 'storyId')) ?? 0);
  const text = taken.ok ? say('keeping.tookOver') : refusalSentence(say, taken.code);
  return { values: fieldsIn(form), errors: {}, notice: { kind: taken.ok ? 'done' : 'refused', text } };
}

/** Whose form this is cannot write in it until it is theirs again: nothing is typed that would be saved first. */
async function takeBack(form: FormData, actor: StaffMember): Promise<StoryFormState> {
  const storyId = idIn(textOf(form, 'storyId')) ?? 0;
  const basedOn = idIn(textOf(form, 'basedOn')) ?? 0;
  const back = await takeBackStory(getDb(), actor, { storyId, basedOn });
  if (back.ok) redirect(`/admin/stories/${storyId}?did=take-back`);
  const { say } = await readSite();
  return { values: {}, errors: {}, notice: { kind: 'refused', text: refusalSentence(say, back.code) } };
}

/** The buttons of a live story's next version: what is typed is kept there first, and never in the live text. */
async function prepareNext(actor: StaffMember, edit: StoryEdit, form: FormData): Promise<StoryFormState> {
  const db = getDb();
  const { storyId } = edit;
  const given = Number(textOf(form, 'nextBasedOn')) || 0;
  const intent = textOf(form, 'do');
  const refusal = (outcome: { code: string; field?: string }) =>
    answerTo({ ok: false, ...outcome }, form, { fields: edit, goesToReaders: false });

  if (intent === 'next-drop') {
    const dropped = await dropNextVersion(db, actor, { storyId, nextBasedOn: given });
    if (!dropped.ok) return refusal(dropped);
    redirect(`/admin/stories/${storyId}?did=drop-next`);
  }
  const saved = await saveNextVersion(db, actor, { ...edit, nextBasedOn: given });
  if (!saved.ok) return refusal(saved);
  await dropSaved(form, actor, storyId);
  const which = { storyId, nextBasedOn: saved.value.version };
  const again = async (outcome: { code: string; field?: string }) => ({
    ...(await refusal(outcome)),
    nextBasedOn: which.nextBasedOn,
  });

  switch (intent) {
    case 'next-file': {
      const filed = await fileNextVersion(db, actor, which);
      if (!filed.ok) return again(filed);
      redirect(`/admin/stories/${storyId}?next=1&did=file-next`);
      break;
    }
    case 'next-schedule': {
      const at = dhakaTimeIn(textOf(form, 'scheduledAt'));
      const scheduled = await scheduleNextVersion(db, actor, { ...which, at });
      if (!scheduled.ok) return again(scheduled);
      redirect(`/admin/stories/${storyId}?next=1&did=schedule-next`);
      break;
    }
    case 'next-apply': {
      const applied = await applyNextVersion(db, actor, which);
      // Told of the live text, they decide: what they keep now is written in its knowledge.
      if (!applied.ok && applied.code === 'conflict')
        return { ...(await again(applied)), basedOn: saved.value.liveVersion };
      if (!applied.ok) return again(applied);
      redirect(`/admin/stories/${storyId}?did=apply-next`);
      break;
    }
    default:
      redirect(`/admin/stories/${storyId}?next=1&did=save-next`);
  }
}

/** `merged`: what was saved is more than what was typed. */
type Saved = ({ ok: true; value: { version: number } } | { ok: false; code: string; field?: string }) & {
  merged?: StoryFields;
};
interface ToBeMerged {
  merge: SavedMerge;
  isUnsettled: boolean;
}

/**
 * Never over what another has saved: that is merged with what was typed, shown, and saved once it was seen. `mergedWith`
 * says which version was seen; if there is a newer one, it is merged and shown again.
 */
async function saveOrMerge(actor: StaffMember, edit: StoryEdit, form: FormData): Promise<Saved | ToBeMerged> {
  const { storyId, basedOn, ...typed } = edit;
  const seen = idIn(textOf(form, 'mergedWith'));
  // A body that cannot be read has no words to merge: it would count as all taken out.
  const [fault] = faultsIn(tidyFields(typed));
  if (fault) return refused(fault.code, fault.field);
  const saved = seen === null ? await editStory(getDb(), actor, edit) : refused('stale');
  if (saved.ok || saved.code !== 'stale') return saved;

  const choiceOf = choiceIn(form);
  const merged = await mergeWithSaved(getDb(), actor, { storyId, basedOn, typed, choiceOf });
  if (!merged.ok) return merged;
  const merge = merged.value;
  // Moved on without a word of it changed, as by being filed or sent back: there is nothing to look through.
  if (merge.isMineAlone) return editStory(getDb(), actor, { ...edit, basedOn: merge.version });
  const isSeen = seen === merge.version;
  const isUnsettled = isSeen && merge.unsettled.length > 0;
  if (!isSeen || isUnsettled) return { merge, isUnsettled };

  const written = await editStory(getDb(), actor, {
    ...merge.fields,
    storyId,
    basedOn: merge.version,
    as: 'merge',
  });
  if (written.ok) return { ...written, merged: merge.fields };
  if (written.code !== 'stale') return written;
  const again = await mergeWithSaved(getDb(), actor, { storyId, basedOn, typed, choiceOf });
  return again.ok ? { merge: again.value, isUnsettled: false } : again;
}

type Moved = { ok: true; did: string } | { ok: false; code: string; field?: string };

async function move(intent: string, actor: StaffMember, which: StoryAt, form: FormData): Promise<Moved> {
  const db = getDb();
  switch (intent) {
    case 'file':
      return told(await fileStory(db, actor, which), intent);
    case 'publish':
      return told(await publishStory(db, actor, which), intent);
    case 'publish-lead': {
      const published = await publishStory(db, actor, which);
      return published.ok ? told(await leadWith(db, actor, which.storyId), 'lead') : published;
    }
    case 'lead':
      return told(await leadWith(db, actor, which.storyId), intent);
    case 'off-front':
      return told(await takeOffFront(db, actor, which.storyId), intent);
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
