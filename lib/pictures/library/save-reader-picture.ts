import type { AppDb } from '@/db/client';
import { aVisitor } from '@/lib/people/actor';
import { done, type Result } from '@/lib/result';
import type { PictureStore } from '../picture-store';
import { type FileRefusal, preparePicture } from './prepare-picture';
import { existingPicture, insertPicture } from './save-picture';

/**
 * A picture that a reader sends in, by the same press and under the same limits as the desk's. It stands apart from
 * the library until somebody at the desk takes it: `waiting` is a store that no public address reads. What the reader may know of it is its number, and no more: that
 * the library had it before is not told. The caller throttles; no permit is asked.
 */
export async function saveReaderPicture(
  db: AppDb,
  waiting: PictureStore,
  bytes: Uint8Array,
  now = new Date(),
): Promise<Result<{ pictureId: number }, FileRefusal>> {
  const known = await existingPicture(db, bytes);
  if (known) return done({ pictureId: known.id });

  const prepared = await preparePicture(db, waiting, bytes);
  if (!prepared.ok) return prepared;
  const inserted = await insertPicture(db, prepared.value, {
    actor: aVisitor,
    given: {},
    origin: 'reader',
    now,
  });
  return inserted.ok ? done({ pictureId: inserted.value.pictureId }) : inserted;
}
