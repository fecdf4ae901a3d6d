'use server';

import { toBengaliDigits } from '@barta/bengali/digits';
import { formatDuration, parseDuration } from '@barta/bengali/durations';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { parseNumber } from '@/lib/forms/read-number';
import { savedForm } from '@/lib/forms/stale-form';
import { type DeleteMediaRefusal, deleteMedia } from '@/lib/media/delete-media';
import { deleteUnusedMediaFiles } from '@/lib/media/delete-unused-media';
import { mediaNow } from '@/lib/media/desk';
import { editMedia, type MediaEdit, type MediaEditRefusal } from '@/lib/media/edit-media';
import { mediaWordLimits, tidyMediaWords } from '@/lib/media/media-words';
import { readSubtitles } from '@/lib/media/subtitles';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import type { LabelKey, Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** Caption, credit and length. */
export async function saveMedia(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const edit = editIn(form);
    const outcome = await editMedia(getDb(), actor, edit);
    if (outcome.ok) return savedForm(say('mediaLibrary.saved'), outcome.value.version);
    const { code, field } = outcome;
    const text = editSentence(say, edit, code, field);
    const values = fieldsIn(form);
    if (field) return { values, errors: { [field]: text } };
    const theirs = code === 'stale' && (await savedByAnother(edit, actor, say));
    return { values, errors: {}, notice: { kind: 'refused', text }, ...theirs };
  });
}

/** Out of the library for good. */
export async function dropMedia(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const which = whichIn(form);
    const outcome = await deleteMedia(getDb(), actor, which);
    if (!outcome.ok || which.file === '') {
      const text = say(outcome.ok ? 'mediaLibrary.notFound' : deleteSentences[outcome.code]);
      return { values: {}, errors: {}, notice: { kind: 'refused', text } };
    }
    await deleteUnusedMediaFiles(getDb(), env().MEDIA_DIR);
    redirect('/admin/media?did=delete');
  });
}

function editIn(form: FormData): MediaEdit {
  const length = textOf(form, 'seconds');
  return {
    ...whichIn(form),
    caption: textOf(form, 'caption'),
    credit: textOf(form, 'credit'),
    seconds: length.trim() === '' ? null : (parseDuration(length) ?? 'no-duration'),
    posterId: posterIn(form),
    subtitles: textOf(form, 'subtitles'),
  };
}

function whichIn(form: FormData): { file: string; basedOn: number } {
  return { file: textOf(form, 'file'), basedOn: idIn(textOf(form, 'basedOn')) ?? 0 };
}

/** A number that is none is a picture that nobody has, and is refused as such. */
function posterIn(form: FormData): number | null {
  const entered = textOf(form, 'posterId').trim();
  return entered === '' ? null : parseNumber(entered) || -1;
}

function tidySubtitles(entered: string): string {
  const read = readSubtitles(entered);
  return read.ok ? read.text : entered;
}

/** What somebody else has saved meanwhile, for each field that differs, and the version to save on next. */
async function savedByAnother(
  edit: MediaEdit,
  actor: StaffMember,
  say: Say,
): Promise<Partial<DeskFormState>> {
  const saved = await mediaNow(edit.file, actor);
  if (!saved) return {};
  const mine = fieldTexts({ ...edit, ...tidyMediaWords(edit), subtitles: tidySubtitles(edit.subtitles) });
  return { basedOn: String(saved.version), theirs: differing(mine, fieldTexts(saved), say) };
}

function fieldTexts(media: Omit<MediaEdit, 'file' | 'basedOn'>): Record<string, string> {
  const { caption, credit, seconds, posterId, subtitles } = media;
  return {
    caption,
    credit,
    seconds: typeof seconds === 'number' ? toBengaliDigits(formatDuration(seconds)) : '',
    posterId: posterId === null ? '' : toBengaliDigits(posterId),
    subtitles,
  };
}

function differing(mine: Record<string, string>, theirs: Record<string, string>, say: Say) {
  return Object.fromEntries(
    Object.entries(theirs)
      .filter(([field, text]) => text !== mine[field])
      .map(([field, text]) => [
        field,
        say('mediaLibrary.theirs', { text: text || say('mediaLibrary.theirsEmpty') }),
      ]),
  );
}

function editSentence(say: Say, edit: MediaEdit, code: MediaEditRefusal, field?: string): string {
  const read = readSubtitles(edit.subtitles);
  return say(editSentences[code], {
    max: mediaWordLimits[field === 'credit' ? 'credit' : 'caption'],
    line: read.ok ? '' : toBengaliDigits(read.line),
  });
}

const editSentences = {
  forbidden: 'admin.noPermission',
  'not-found': 'mediaLibrary.notFound',
  stale: 'mediaLibrary.stale',
  'too-long': 'mediaLibrary.tooLong',
  'no-duration': 'media.noDuration',
  'picture-unknown': 'mediaLibrary.pictureUnknown',
  'subtitles-broken': 'mediaLibrary.subtitlesBroken',
  'subtitles-too-long': 'mediaLibrary.subtitlesTooLong',
} as const satisfies Record<MediaEditRefusal, LabelKey>;

const deleteSentences = {
  forbidden: 'admin.noPermission',
  'in-use': 'mediaLibrary.inUse',
  stale: 'mediaLibrary.changedMeanwhile',
} as const satisfies Record<DeleteMediaRefusal, LabelKey>;
