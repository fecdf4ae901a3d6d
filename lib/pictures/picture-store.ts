import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';

/** Where the files of pictures lie. The same three words will do for S3. A file, once put, never changes. */
export interface PictureStore {
  put(file: string, bytes: Uint8Array): Promise<void>;
  /** Null if there is no such file. */
  open(file: string): Promise<Uint8Array<ArrayBuffer> | null>;
  remove(file: string): Promise<void>;
}

/** What `savePicture` and `saveIcons` call their files. Nothing else is opened, so no path can leave the folder. */
const FILE_NAME = /^[0-9a-f]{20}-\d{1,5}\.(avif|webp|jpg|png)$/;

/** The first twenty hex digits of the original's SHA-256, the width and the kind: what is called so never changes. */
export function fileName(sha256: string, width: number, mime: string): string {
  const kind = mime === 'image/jpeg' ? 'jpg' : mime.replace('image/', '');
  return `${sha256.slice(0, 20)}-${width}.${kind}`;
}

/** `image/avif` and so on, of a name that `open` has taken. */
export function mimeOf(file: string): string {
  return file.endsWith('.jpg') ? 'image/jpeg' : `image/${file.slice(file.lastIndexOf('.') + 1)}`;
}

export function folderPictureStore(folder: string): PictureStore {
  return {
    async put(file, bytes) {
      const path = join(folder, named(file));
      await mkdir(folder, { recursive: true });
      // Under another name first: a reader, or a crash half way, never finds half a picture.
      const unfinished = `${path}.${randomUUID()}.part`;
      try {
        await writeFile(unfinished, bytes);
        await rename(unfinished, path);
      } catch (error) {
        await rm(unfinished, { force: true });
        throw error;
      }
    },
    async open(file) {
      if (!FILE_NAME.test(file)) return null;
      try {
        return new Uint8Array(await readFile(join(folder, file)));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async remove(file) {
      await rm(join(folder, named(file)), { force: true });
    },
  };
}

export function getPictureStore(): PictureStore {
  return folderPictureStore(env().MEDIA_DIR);
}

/**
 * Readers' pictures until the desk has taken them. No public address reads this folder: a picture's name is made of its
 * bytes, so whoever sent it would know where it lies.
 */
export function getWaitingStore(): PictureStore {
  return folderPictureStore(waitingFolder());
}

export const waitingFolder = () => join(env().MEDIA_DIR, 'waiting');

function named(file: string): string {
  if (!FILE_NAME.test(file)) throw new Error(`not the name of a picture's file: ${file}`);
  return file;
}
