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
import { deleteMedia } from '@/lib/media/delete-media';
import { deleteUnusedMediaFiles } from '@/lib/media/delete-unused-media';
import { mediaNow } from '@/lib/media/desk';
import { editMedia, type MediaEdit } from '@/lib/media/edit-media';
import { mediaWordLimits, tidyMediaWords } from '@/lib/media/media-words';
import { readSubtitles } from '@/lib/media/subtitles';
import { asStaff } from '@/lib/people/require-staff';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** Caption, credit and length. */
export async function saveMedia(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const length = textOf(form, 'seconds');
    const edit: MediaEdit = {
      ...whichIn(form),
      caption: textOf(form, 'caption'),
      credit: textOf(form, 'credit'),
      seconds: length.trim() === '' ? null : (parseDuration(length) ?? 'no-duration'),
      posterId: posterIn(form),
      subtitles: textOf(form, 'subtitles'),
    };
    const outcome = await editMedia(getDb(), actor, edit);
    if (outcome.ok) return savedForm(say('mediaLibrary.saved'), outcome.value.version);
    const values = fieldsIn(form);
    const read = outcome.code === 'subtitles-broken' && readSubtitles(edit.subtitles);
    const text =
      read && !read.ok
        ? say('mediaLibrary.subtitlesBroken', { line: toBengaliDigits(read.line) })
        : sentence(say, outcome.code, outcome.field);
    if (outcome.code !== 'stale')
      return outcome.field
        ? { values, errors: { [outcome.field]: text } }
        : { values, errors: {}, notice: { kind: 'refused', text } };
    const now = await mediaNow(edit.file, actor);
    const mine = {
      ...tidyMediaWords(edit),
      seconds: shown(edit.seconds),
      posterId: shownNumber(edit.posterId),
      subtitles: tidySubtitles(edit.subtitles),
    };
    const theirs = now && {
      caption: now.caption,
      credit: now.credit,
      seconds: shown(now.seconds),
      posterId: shownNumber(now.posterId),
      subtitles: now.subtitles,
    };
    return {
      values,
      errors: {},
      notice: { kind: 'refused', text: say('mediaLibrary.stale') },
      ...(now && theirs && { basedOn: String(now.version), theirs: differing(mine, theirs, say) }),
    };
  });
}

/** Out of the library for good. */
export async function dropMedia(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const which = whichIn(form);
    const outcome = await deleteMedia(getDb(), actor, which);
    if (!outcome.ok || which.file === '') {
      const code = outcome.ok ? 'not-found' : outcome.code === 'stale' ? 'changed' : outcome.code;
      return { values: {}, errors: {}, notice: { kind: 'refused', text: sentence(say, code) } };
    }
    await deleteUnusedMediaFiles(getDb(), env().MEDIA_DIR);
    redirect('/admin/media?did=delete');
  });
}

function whichIn(form: FormData): { file: string; basedOn: number } {
  return { file: textOf(form, 'file'), basedOn: idIn(textOf(form, 'basedOn')) ?? 0 };
}

/** A number that is none is a picture that nobody has, and is refused as such. */
function posterIn(form: FormData): number | null {
  const typed = textOf(form, 'posterId').trim();
  return typed === '' ? null : parseNumber(typed) || -1;
}

function tidySubtitles(typed: string): string {
  const read = readSubtitles(typed);
  return read.ok ? read.text : typed;
}

function shownNumber(id: number | null): string {
  return id === null ? '' : toBengaliDigits(id);
}

function shown(seconds: MediaEdit['seconds']): string {
  return typeof seconds === 'number' ? toBengaliDigits(formatDuration(seconds)) : '';
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

function sentence(say: Say, code: string, field?: string): string {
  switch (code) {
    case 'forbidden':
      return say('admin.noPermission');
    case 'not-found':
      return say('mediaLibrary.notFound');
    case 'changed':
      return say('mediaLibrary.changedMeanwhile');
    case 'in-use':
      return say('mediaLibrary.inUse');
    case 'no-duration':
      return say('media.noDuration');
    case 'picture-unknown':
      return say('mediaLibrary.pictureUnknown');
    case 'subtitles-too-long':
      return say('mediaLibrary.subtitlesTooLong');
    case 'too-long':
      return say('mediaLibrary.tooLong', { max: mediaWordLimits[field === 'credit' ? 'credit' : 'caption'] });
    default:
      return say('form.serverError');
  }
}
