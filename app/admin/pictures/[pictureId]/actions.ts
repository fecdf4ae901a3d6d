'use server';

import { fromBengaliDigits } from '@barta/bengali/digits';
import { redirect } from 'next/navigation';
import { getDb } from '@/db/client';
import type { DeskFormState } from '@/lib/forms/form-state';
import { fieldsIn, idIn, textOf } from '@/lib/forms/read-form';
import { savedForm } from '@/lib/forms/stale-form';
import { asStaff } from '@/lib/people/require-staff';
import { deleteUnusedPictureFiles } from '@/lib/pictures/cleanup/delete-unused-files';
import { savedPicture } from '@/lib/pictures/desk';
import { acceptReaderPicture } from '@/lib/pictures/library/accept-reader-picture';
import { deletePicture } from '@/lib/pictures/library/delete-picture';
import { editPicture, type PictureEdit } from '@/lib/pictures/library/edit-picture';
import { replacePicture } from '@/lib/pictures/library/replace-picture';
import { getPictureStore, getWaitingStore } from '@/lib/pictures/picture-store';
import { tidyWords } from '@/lib/pictures/picture-words';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { filesIn } from '@/lib/pictures/uploaded-files';
import { readSite } from '@/lib/site/reading';

/** Caption, credit, alt and focal point. */
export async function savePicture(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const edit = editIn(form);

    const outcome = await editPicture(getDb(), actor, edit);
    if (outcome.ok) return savedForm(say('pictures.saved'), outcome.value.version);
    const values = fieldsIn(form);
    if (outcome.code === 'stale') {
      const now = await savedPicture(edit.pictureId, actor);
      const mine = { ...tidyWords(edit), focalX: edit.focalX, focalY: edit.focalY };
      const theirs = Object.entries(mine)
        .map(([field, text]) => [field, now?.[field as keyof typeof mine], text] as const)
        .filter(([, stored, text]) => stored !== text);
      return {
        values,
        errors: {},
        notice: { kind: 'refused', text: say('pictures.stale') },
        theirs: Object.fromEntries(theirs.map(([field, stored]) => [field, String(stored ?? '')])),
        ...(now ? { basedOn: String(now.version) } : {}),
      };
    }
    const sentence = pictureSentence(say, outcome.code, outcome.field);
    if (outcome.field === undefined)
      return { values, errors: {}, notice: { kind: 'refused', text: sentence } };
    return {
      values,
      errors: { [outcome.field]: sentence },
      notice: { kind: 'refused', text: say('pictures.notSaved') },
    };
  });
}

/** Another file in its place. */
export async function replaceFile(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const [file] = filesIn(form, 'picture');
    if (!file) {
      return { values: {}, errors: { picture: say('pictures.refused.none') } };
    }
    const [db, store] = [getDb(), getPictureStore()];
    const bytes = new Uint8Array(await file.arrayBuffer());
    const outcome = await replacePicture(db, store, actor, { ...pictureIn(form), bytes });
    if (outcome.ok) {
      await deleteUnusedPictureFiles(db, store);
      return savedForm(say('pictures.replaced'), outcome.value.version);
    }
    const sentence = pictureSentence(say, outcome.code);
    if (outcome.field !== undefined) return { values: {}, errors: { picture: sentence } };
    return { values: {}, errors: {}, notice: { kind: 'refused', text: sentence } };
  });
}

/** Out of the library, or (a reader's) into it. */
export async function settlePicture(_: DeskFormState, form: FormData): Promise<DeskFormState> {
  return asStaff('keep-picture', form, async (actor) => {
    const { say } = await readSite();
    const db = getDb();
    if (textOf(form, 'do') === 'take') {
      const shelves = { waiting: getWaitingStore(), library: getPictureStore() };
      const accepted = await acceptReaderPicture(db, shelves, actor, pictureIn(form));
      const text = accepted.ok ? say('pictures.taken') : pictureSentence(say, accepted.code);
      return { values: {}, errors: {}, notice: { kind: accepted.ok ? 'done' : 'refused', text } };
    }
    const which = pictureIn(form);
    const outcome = await deletePicture(db, actor, which);
    if (!outcome.ok || which.pictureId === 0) {
      const text = pictureSentence(say, outcome.ok ? 'not-found' : outcome.code);
      return { values: {}, errors: {}, notice: { kind: 'refused', text } };
    }
    await deleteUnusedPictureFiles(db, getPictureStore());
    redirect('/admin/pictures?did=delete');
  });
}

function pictureIn(form: FormData): { pictureId: number; basedOn: number } {
  return {
    pictureId: idIn(textOf(form, 'pictureId')) ?? 0,
    basedOn: idIn(textOf(form, 'basedOn')) ?? 0,
  };
}

function editIn(form: FormData): PictureEdit {
  return {
    ...pictureIn(form),
    caption: textOf(form, 'caption'),
    credit: textOf(form, 'credit'),
    alt: textOf(form, 'alt'),
    focalX: percentIn(form, 'focalX'),
    focalY: percentIn(form, 'focalY'),
  };
}

/** NaN for what is no number: refused as such. Bengali digits are digits. */
function percentIn(form: FormData, name: string): number {
  const text = fromBengaliDigits(textOf(form, name)).trim();
  return text === '' ? Number.NaN : Number(text);
}
