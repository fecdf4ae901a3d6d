'use server';

import type { SentPicture, UploadAnswer } from '@/components/admin/pictures/picture-upload.client';
import { getDb } from '@/db/client';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import { deleteUnusedPictureFiles } from '@/lib/pictures/cleanup/delete-unused-files';
import { savedPicture } from '@/lib/pictures/desk';
import { savePicture } from '@/lib/pictures/library/save-picture';
import { getPictureStore } from '@/lib/pictures/picture-store';
import { missingWords } from '@/lib/pictures/picture-words';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { filesIn } from '@/lib/pictures/uploaded-files';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** Whoever waits for the page sees it within the edge server's 30 s; the files that are left are told to be sent again. */
const patienceMs = 18_000;

/** The form without script: several files at once, each with its own answer. One that is refused stops no other. */
export async function uploadPictures(_: UploadAnswer, form: FormData): Promise<UploadAnswer> {
  const answer = await asStaff('keep-picture', form, (actor) => saveAll(actor, form));
  return { sent: [], ...answer };
}

async function saveAll(actor: StaffMember, form: FormData): Promise<UploadAnswer> {
  const { say } = await readSite();
  const files = filesIn(form, 'pictures');
  if (files.length === 0) {
    return { values: {}, errors: { pictures: say('pictures.refused.none') }, sent: [] };
  }
  const until = Date.now() + patienceMs;
  const sent: SentPicture[] = [];
  for (const file of files) {
    sent.push(
      Date.now() < until
        ? await saveOne(file, actor, say)
        : { name: file.name, error: pictureSentence(say, 'picture-busy') },
    );
  }
  await deleteUnusedPictureFiles(getDb(), getPictureStore());
  return { values: {}, errors: {}, sent };
}

async function saveOne(file: File, actor: StaffMember, say: Say): Promise<SentPicture> {
  const { name } = file;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const saved = await savePicture(getDb(), getPictureStore(), actor, { bytes });
  if (!saved.ok) return { name, error: pictureSentence(say, saved.code) };
  const { pictureId, isKnown } = saved.value;
  const picture = await savedPicture(pictureId, actor);
  return { name, pictureId, isKnown, missing: picture ? missingWords(picture) : [] };
}
