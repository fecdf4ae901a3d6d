import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMediaFile } from './media-file';

/** A sound or film of the media folder, whole; null if there is none of that name. The edge server sends it in parts itself. */
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
 * Lays a sound or film into the media folder, under a name made of its content, and answers its name there, as in
 * `0f3a….webm`. Null for a kind that browsers do not play.
 */
export async function saveMediaFile(folder: string, name: string, bytes: Uint8Array): Promise<string | null> {
  const kind = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const file = `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.${kind}`;
  if (!isMediaFile(file)) return null;
  await mkdir(folder, { recursive: true });
  // Under another name first: nobody ever gets half a film.
  const unfinished = join(folder, `${file}.${randomUUID()}.part`);
  await writeFile(unfinished, bytes);
  // The folder is the operator's choice: the build is not to follow it.
  await rename(unfinished, join(/* turbopackIgnore: true */ folder, file));
  return file;
}

/** How long a file of the media folder is, by its address; null for what lies elsewhere or is not there. */
export async function mediaBytes(folder: string, address: string): Promise<number | null> {
  const file = address.replace(/^\/media\//, '');
  if (!isMediaFile(file)) return null;
  return (await stat(join(folder, file)).catch(() => null))?.size ?? null;
}

/** Out of the media folder; one that is not there is gone already. */
export async function removeMediaFile(folder: string, file: string): Promise<void> {
  if (!isMediaFile(file)) throw new Error(`not the name of a sound or film: ${file}`);
  await rm(join(folder, file), { force: true });
}
