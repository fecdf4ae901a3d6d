import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMediaFile } from './media-file';

/** A media file as a whole; null if there is none of that name. The edge server serves ranges itself. */
export async function openMediaFile(folder: string, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isMediaFile(file)) return null;
  try {
    return new Uint8Array(await readFile(join(folder, file)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * Stores audio or video in the media folder under a name derived from its content, and returns the name, as in
 * `0f3a….webm`. Null for a type that browsers do not play.
 */
export async function saveMediaFile(folder: string, name: string, bytes: Uint8Array): Promise<string | null> {
  const kind = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.${kind}`;
  if (!isMediaFile(file)) return null;
  await mkdir(folder, { recursive: true });
  // Under a temporary name first, so that nobody gets half a file.
  const unfinished = join(folder, `${file}.${randomUUID()}.part`);
  await writeFile(unfinished, bytes);
  // The folder is configured by the operator, so the build must not trace it.
  await rename(unfinished, join(/* turbopackIgnore: true */ folder, file));
  return file;
}

/** The size of a media file by its address; null if it is stored elsewhere or missing. */
export async function mediaBytes(folder: string, address: string): Promise<number | null> {
  const file = address.replace(/^\/media\//, '');
  if (!isMediaFile(file)) return null;
  return (await stat(join(folder, file)).catch(() => null))?.size ?? null;
}

/** Deletes a media file; a missing one counts as deleted. */
export async function removeMediaFile(folder: string, file: string): Promise<void> {
  if (!isMediaFile(file)) throw new Error(`not the name of a sound or film: ${file}`);
  await rm(join(folder, file), { force: true });
}
