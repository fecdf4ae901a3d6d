import type { NextRequest } from 'next/server';
import { getDb } from '@/db/client';
import { currentStaff } from '@/lib/people/require-staff';
import { deleteUnusedPictureFiles } from '@/lib/pictures/cleanup/delete-unused-files';
import { chosenPicture, pictureChoices, savedPicture } from '@/lib/pictures/desk';
import { type PictureRefusal, savePicture } from '@/lib/pictures/library/save-picture';
import { getPictureStore } from '@/lib/pictures/picture-store';
import { missingWords } from '@/lib/pictures/picture-words';
import { pictureSentence } from '@/lib/pictures/refusal-sentence';
import { readSite } from '@/lib/site/reading';
import { isOfThisSite } from '../of-this-site';

export const dynamic = 'force-dynamic';

/** `?q=…&from=2026-11-24&to=…&before=7` → `{pictures: [{id, src, width, height, thumb, alt, caption, credit}], older}`. Staff only. */
export async function GET(request: NextRequest): Promise<Response> {
  const params = request.nextUrl.searchParams;
  const of = (name: string) => params.get(name) ?? undefined;
  const found = await pictureChoices({ q: of('q'), from: of('from'), to: of('to'), before: of('before') });
  if (found === 'signed-out' || found === 'forbidden') return refusal(found);
  return answer(200, found);
}

/**
 * One picture, as multipart: its first file, whatever the field is called. → 201 `{picture, isKnown, missing}`, or
 * a 4xx with `{code, error}`, the sentence for a person; 507 if the disk takes nothing. Sent twice, it is saved once.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOfThisSite(request)) return refusal('forbidden');
  const actor = await currentStaff();
  if (!actor) return refusal('signed-out');
  const file = await fileIn(request);
  if (file === null) return refusal('no-picture');

  const [db, store] = [getDb(), getPictureStore()];
  const saved = await savePicture(db, store, actor, { bytes: new Uint8Array(await file.arrayBuffer()) });
  if (!saved.ok) return refusal(saved.code);
  await deleteUnusedPictureFiles(db, store);
  const { pictureId, isKnown } = saved.value;
  const picture = await savedPicture(pictureId, actor);
  if (!picture) return refusal('picture-busy');
  return answer(201, { picture: chosenPicture(picture), isKnown, missing: missingWords(picture) });
}

type PictureUploadRefusal = 'signed-out' | PictureRefusal;

const statuses = {
  'signed-out': 401,
  forbidden: 403,
  'no-picture': 400,
  'picture-too-heavy': 413,
  'picture-kind': 415,
  'picture-svg': 415,
  'picture-heic': 415,
  'picture-too-large': 422,
  'picture-too-hard': 422,
  'picture-broken': 422,
  'picture-busy': 429,
  'picture-not-stored': 507,
} as const satisfies Record<PictureUploadRefusal, number>;

async function refusal(code: PictureUploadRefusal): Promise<Response> {
  const { say } = await readSite();
  const error = code === 'signed-out' ? say('admin.signedOut') : pictureSentence(say, code);
  return answer(statuses[code], { code, error }, code === 'picture-busy' ? { 'retry-after': '2' } : {});
}

function answer(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } });
}

/** Null for a body that is none: broken off, of another kind, without a file. */
async function fileIn(request: NextRequest): Promise<File | null> {
  try {
    const form = await request.formData();
    return [...form.values()].find((value) => value instanceof File) ?? null;
  } catch {
    return null;
  }
}
