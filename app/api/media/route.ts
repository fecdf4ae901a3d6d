import type { NextRequest } from 'next/server';
import { getDb } from '@/db/client';
import { env } from '@/lib/env';
import { textOf } from '@/lib/forms/read-form';
import { mediaTypeOf } from '@/lib/media/media-file';
import { mediaSentence } from '@/lib/media/refusal-sentence';
import { type SaveMediaRefusal, saveMediaChunk } from '@/lib/media/save-media';
import { currentStaff } from '@/lib/people/require-staff';
import { readSite } from '@/lib/site/reading';
import { isOfThisSite } from '../of-this-site';

export const dynamic = 'force-dynamic';

/**
 * One piece of a sound or film, as multipart: `kind` (audio, video), `upload`, `name`, `at`, `total`, `seconds` (how
 * long it lasts, if that is known) and the bytes as `piece`. → 200 `{at, address}`: how much is here, and where it stands once it is whole (else null); or a 4xx with
 * `{code, error}`, the sentence for a person; 507 if the disk takes nothing.
 */
export async function POST(request: NextRequest): Promise<Response> {
  if (!isOfThisSite(request)) return refusal('forbidden');
  const actor = await currentStaff();
  if (!actor) return refusal('signed-out');
  const form = await request.formData().catch(() => null);
  const piece = form?.get('piece');
  if (!form || !(piece instanceof File)) return refusal('media-none');
  const name = textOf(form, 'name');
  if (!mediaTypeOf(name)?.startsWith(`${textOf(form, 'kind')}/`)) return refusal('media-kind');

  const saved = await saveMediaChunk(getDb(), env().MEDIA_DIR, actor, {
    upload: textOf(form, 'upload'),
    name,
    at: numberIn(textOf(form, 'at')),
    total: numberIn(textOf(form, 'total')),
    bytes: new Uint8Array(await piece.arrayBuffer()),
    seconds: numberIn(textOf(form, 'seconds')),
  });
  return saved.ok ? answer(200, saved.value) : refusal(saved.code);
}

type MediaUploadRefusal = 'signed-out' | SaveMediaRefusal;

const statuses = {
  'signed-out': 401,
  forbidden: 403,
  'media-none': 400,
  'media-too-heavy': 413,
  'media-kind': 415,
  'media-broken': 422,
  'media-not-stored': 507,
} as const satisfies Record<MediaUploadRefusal, number>;

async function refusal(code: MediaUploadRefusal): Promise<Response> {
  const { say } = await readSite();
  const error = code === 'signed-out' ? say('admin.signedOut') : mediaSentence(say, code);
  return answer(statuses[code], { code, error });
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

function numberIn(text: string): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
