import { createHash } from 'node:crypto';
import { like } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { type PictureVariant, pictureRemains } from '@/db/schema';
import { tx } from '@/db/tx';
import { done, type Result, refused } from '@/lib/result';
import type { ProcessedImage } from '../image-worker/image-job';
import { type ImageRefusal, imageWorkerPool } from '../image-worker/image-worker-pool';
import { pictureKindOf } from '../kinds';
import { fileName, type PictureStore } from '../picture-store';

/** What may be wrong with a file that was sent in. Each has its sentence in the labels, `pictures.refused.…`. */
export const fileRefusals = [
  'no-picture',
  'picture-too-heavy',
  'picture-kind',
  'picture-svg',
  'picture-heic',
  'picture-too-large',
  'picture-too-hard',
  'picture-broken',
  'picture-busy',
  'picture-not-stored',
] as const;
export type FileRefusal = (typeof fileRefusals)[number];

export const maxPictureMegabytes = 20;

export interface PreparedPicture {
  sha256: string;
  bytes: number;
  mime: string;
  width: number;
  height: number;
  colour: string;
  variants: PictureVariant[];
  metadata: ProcessedImage['metadata'];
}

/** Cheap and without looking into the file: whether it is worth a press. */
export function faultOfFile(bytes: Uint8Array): FileRefusal | null {
  if (bytes.length === 0) return 'no-picture';
  if (bytes.length > maxPictureMegabytes * 1024 * 1024) return 'picture-too-heavy';
  const kind = pictureKindOf(bytes);
  if (kind === 'svg') return 'picture-svg';
  if (kind === 'heic') return 'picture-heic';
  return kind === 'unknown' ? 'picture-kind' : null;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Presses a file and puts what comes of it into the store. The row that names the files is the caller's: files
 * first, since a row whose files are missing would be a hole in a page, and files without a row harm nobody.
 */
export async function preparePicture(
  db: Db,
  store: PictureStore,
  bytes: Uint8Array,
): Promise<Result<PreparedPicture, FileRefusal | ImageRefusal>> {
  const fault = faultOfFile(bytes);
  if (fault) return refused(fault, 'picture');
  const kind = pictureKindOf(bytes);
  if (kind === 'svg' || kind === 'heic' || kind === 'unknown') return refused('picture-kind', 'picture');

  const processed = await imageWorkerPool().process(kind, bytes);
  if (!processed.ok) return refused(processed.code, 'picture');

  const sha256 = sha256Of(bytes);
  const { files, ...picture } = processed.value;
  const variants = files.map(({ width, height, mime }) => ({
    file: fileName(sha256, width, mime),
    width,
    height,
    mime,
  }));
  await cancelScheduledDeletion(db, sha256);
  const isStored = await putAll(
    store,
    files.map((file, at) => [variants[at]?.file ?? '', file.bytes]),
  );
  if (!isStored) return refused('picture-not-stored', 'picture');
  return done({ ...picture, sha256, bytes: bytes.length, mime: `image/${kind}`, variants });
}

/** A file that was thrown away and is wanted again must not be swept between its writing and its row. */
async function cancelScheduledDeletion(db: Db, sha256: string): Promise<void> {
  await tx(db, (t) => {
    t.delete(pictureRemains)
      .where(like(pictureRemains.file, `${sha256.slice(0, 20)}-%`))
      .run();
  });
}

/** A full disk or a folder that refuses is nobody's bug: half a picture is taken away again, and it is said. */
async function putAll(store: PictureStore, files: readonly (readonly [string, Uint8Array])[]) {
  const put: string[] = [];
  try {
    for (const [file, bytes] of files) {
      await store.put(file, bytes);
      put.push(file);
    }
    return true;
  } catch (error) {
    if (!isOfTheDisk(error)) throw error;
    for (const file of put) await store.remove(file).catch(() => {});
    return false;
  }
}

const ofTheDisk: ReadonlySet<unknown> = new Set([
  ...['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM', 'EIO', 'ENOTDIR', 'EEXIST', 'EMFILE', 'ENFILE'],
]);

function isOfTheDisk(error: unknown): boolean {
  return ofTheDisk.has((error as NodeJS.ErrnoException).code);
}
