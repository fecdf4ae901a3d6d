'use server';

import type { MediaAddAnswer, SentMedia } from '@/components/admin/media/media-add.client';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { mediaTypeOf } from '@/lib/media/media-file';
import { mediaSentence } from '@/lib/media/refusal-sentence';
import { takeMedia } from '@/lib/media/save-media';
import type { StaffMember } from '@/lib/people/actor';
import { asStaff } from '@/lib/people/require-staff';
import { filesIn } from '@/lib/pictures/uploaded-files';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';

/** The form without script: several files at once, each with its own answer. One that is refused stops no other. */
export async function addMedia(_: MediaAddAnswer, form: FormData): Promise<MediaAddAnswer> {
  const answer = await asStaff('keep-picture', form, (actor) => saveAll(actor, form));
  return { sent: [], ...answer };
}

async function saveAll(actor: StaffMember, form: FormData): Promise<MediaAddAnswer> {
  const { say } = await readSite();
  const files = filesIn(form, 'media');
  if (files.length === 0) return { values: {}, errors: { media: say('mediaLibrary.noneChosen') }, sent: [] };
  const sent: SentMedia[] = [];
  for (const file of files) sent.push(await saveOne(file, actor, say));
  return { values: {}, errors: {}, sent };
}

async function saveOne(file: File, actor: StaffMember, say: Say): Promise<SentMedia> {
  const { name } = file;
  const kind = mediaTypeOf(name)?.startsWith('video') ? 'video' : 'audio';
  const bytes = new Uint8Array(await file.arrayBuffer());
  const saved = await takeMedia(getDb(), env().MEDIA_DIR, actor, { name, bytes, kind });
  return saved.ok ? { name, address: saved.value } : { name, error: mediaSentence(say, saved.code) };
}
