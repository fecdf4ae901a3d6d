import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Db } from '@/db/client';
import { isDiskFull } from '@/lib/forms/disk-full';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { addToMediaLibrary } from './list-media';
import { isMediaFile, mediaTypeOf } from './media-file';
import { type MediaKind, maxMediaMegabytes } from './media-kinds';

/** Why an upload can be refused; each has a label, `media.refused.…`. */
export const mediaRefusals = [
  'media-none',
  'media-kind',
  'media-broken',
  'media-too-heavy',
  'media-not-stored',
] as const;
export type MediaRefusal = (typeof mediaRefusals)[number];
export type SaveMediaRefusal = 'forbidden' | MediaRefusal;

const maxBytes = maxMediaMegabytes * 1024 * 1024;

/** How long an incomplete upload waits for its next chunk. */
const unfinishedStayMs = 24 * 3_600_000;

export interface MediaChunk {
  /** Chosen by the sender, the same for all chunks of a file: letters and digits. */
  upload: string;
  /** The file's original name, of which only the extension matters. */
  name: string;
  /** The chunk's offset and the total size, in bytes. */
  at: number;
  total: number;
  bytes: Uint8Array;
  /** The duration, as measured by the sender's browser. */
  seconds?: number | null | undefined;
}

/** `at`: how much was received, so where the next chunk starts. `address`: set when the file is complete. */
export interface MediaUploadProgress {
  at: number;
  address: string | null;
}

/**
 * Stores one chunk of an upload. Chunks arrive in order; one with another offset changes nothing and is answered with
 * the received size, so that an interrupted upload continues from there. The complete file is stored under a name
 * derived from its content, which is permanent.
 */
export async function saveMediaChunk(
  db: Db,
  folder: string,
  actor: Actor,
  { upload, name, at, total, bytes, seconds }: MediaChunk,
  now = new Date(),
): Promise<Result<MediaUploadProgress, SaveMediaRefusal>> {
  if (!may(actor, 'keep-picture')) return refused('forbidden');
  if (!/^[0-9a-z]{8,40}$/.test(upload) || bytes.length === 0) return refused('media-none');
  const end = endOf(name);
  if (end === null) return refused('media-kind');
  if (total > maxBytes) return refused('media-too-heavy');
  if (!(at >= 0 && at + bytes.length <= total)) return refused('media-broken');
  // The type is checked on the first chunk, before the rest is uploaded.
  if (at === 0 && !beginsAs(end, bytes)) return refused('media-broken');

  const waiting = join(folder, 'unfinished');
  const part = join(waiting, `${actor.kind === 'staff' ? actor.id : 0}-${upload}.part`);
  try {
    await mkdir(waiting, { recursive: true });
    if (at === 0) await deleteUnfinishedUploads(waiting, now);
    const here = await sizeOf(part);
    if (here !== at) return done({ at: here, address: null });
    await writeFile(part, bytes, { flag: 'a' });
    if (at + bytes.length < total) return done({ at: at + bytes.length, address: null });

    const file = `${(await sha256Of(part)).slice(0, 20)}.${end}`;
    // The folder is configured by the operator, so the build must not trace it.
    const whole = join(/* turbopackIgnore: true */ folder, file);
    await rename(part, whole);
    await addToMediaLibrary(db, actor, { file, name, bytes: total, seconds }, now);
    // Somebody may have deleted the same file in between: then it has to be uploaded again.
    if ((await sizeOf(whole)) !== total) return refused('media-not-stored');
    return done({ at: total, address: `/media/${file}` });
  } catch (error) {
    if (!isUnwritable(error)) throw error;
    return refused('media-not-stored');
  }
}

/** A file in one piece, from the form without JavaScript. Null if none was chosen. */
export async function takeMedia(
  db: Db,
  folder: string,
  actor: Actor,
  { name, bytes, kind }: { name: string; bytes: Uint8Array; kind: MediaKind },
  now = new Date(),
): Promise<Result<string, SaveMediaRefusal>> {
  if (!mediaTypeOf(name)?.startsWith(kind)) return refused('media-kind');
  const upload = randomBytes(16).toString('hex');
  const piece = { upload, name, at: 0, total: bytes.length, bytes };
  const taken = await saveMediaChunk(db, folder, actor, piece, now);
  if (!taken.ok) return taken;
  return taken.value.address === null ? refused('media-broken') : done(taken.value.address);
}

/** The extension of a type that browsers play, such as `mp4`. */
function endOf(name: string): string | null {
  const end = /\.([a-z0-9]{3,4})$/i.exec(name)?.[1]?.toLowerCase();
  return end !== undefined && isMediaFile(`x.${end}`) ? end : null;
}

/** By its first bytes, because the name is only a claim. */
function beginsAs(end: string, bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  switch (end) {
    case 'mp4':
    case 'm4a':
      return head.slice(4, 8) === 'ftyp';
    case 'webm':
      return head.startsWith('\x1a\x45\xdf\xa3');
    case 'ogg':
    case 'opus':
      return head.startsWith('OggS');
    case 'wav':
      return head.startsWith('RIFF') && head.slice(8) === 'WAVE';
    default:
      return head.startsWith('ID3') || ((bytes[0] ?? 0) === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0);
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  // The name is given only after the bytes are synced to disk.
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
  return hash.digest('hex');
}

async function deleteUnfinishedUploads(folder: string, now: Date): Promise<void> {
  for (const file of await readdir(folder)) {
    const path = join(folder, file);
    const touched = (await stat(path).catch(() => null))?.mtimeMs ?? now.getTime();
    if (now.getTime() - touched > unfinishedStayMs) await rm(path, { force: true });
  }
}

/** A full disk, and a path that is not a folder. */
function isUnwritable(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return isDiskFull(error) || ['ENOTDIR', 'EEXIST', 'EROFS', 'EACCES'].includes(code ?? '');
}
