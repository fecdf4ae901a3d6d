import { eq } from 'drizzle-orm';
import type { AppDb, Db, ReadDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { PictureStore } from '../picture-store';
import { fittingWords, type PictureWords, searchKeysOf } from '../picture-words';
import {
  type FileRefusal,
  faultOfFile,
  type PreparedPicture,
  preparePicture,
  sha256Of,
} from './prepare-picture';

export { maxPictureMegabytes } from './prepare-picture';

export interface NewPicture extends Partial<PictureWords> {
  bytes: Uint8Array;
}

export type PictureRefusal = 'forbidden' | FileRefusal;

export interface SavedPicture {
  pictureId: number;
  /** It was in the library before: the same bytes, under whatever name. */
  isKnown: boolean;
}

/**
 * Takes a picture into the library: upright, in sRGB, without the camera's metadata (places and names are in it),
 * in the widths that pages use. The same bytes are the same picture, with the words that it was first given. Words
 * that are not given are read from its IPTC and XMP. A reader's picture that the desk sends in is the desk's.
 */
export async function savePicture(
  db: AppDb,
  store: PictureStore,
  actor: Actor,
  { bytes, ...given }: NewPicture,
  now = new Date(),
): Promise<Result<SavedPicture, PictureRefusal>> {
  if (!may(actor, 'keep-picture')) return refused('forbidden');
  const known = await existingPicture(db, bytes);
  if (known && known.origin === 'desk') return done({ pictureId: known.id, isKnown: true });

  if (known) {
    // A reader's files wait where no page can show them; these bytes are the same, so they are made once more.
    const prepared = await preparePicture(db, store, bytes);
    if (!prepared.ok) return prepared;
    return tx(db, (t) => {
      t.update(pictures).set({ origin: 'desk' }).where(eq(pictures.id, known.id)).run();
      appendAudit(t, { actor, verb: 'take-picture', subject: `picture:${known.id}`, at: now });
      return done({ pictureId: known.id, isKnown: true });
    });
  }
  const prepared = await preparePicture(db, store, bytes);
  if (!prepared.ok) return prepared;
  return insertPicture(db, prepared.value, { actor, given, origin: 'desk', now });
}

/** Looked for before anything is unpacked: to send the same file again costs nothing. */
export async function existingPicture(db: ReadDb, bytes: Uint8Array) {
  if (faultOfFile(bytes)) return undefined;
  return db
    .select({ id: pictures.id, origin: pictures.origin })
    .from(pictures)
    .where(eq(pictures.sha256, sha256Of(bytes)))
    .get();
}

interface PictureOwner {
  actor: Actor;
  given: Partial<PictureWords>;
  origin: 'desk' | 'reader';
  now: Date;
}

/** The row of a picture whose files are there. Whoever was quicker with the same file has kept it for both. */
export async function insertPicture(
  db: Db,
  { metadata, ...prepared }: PreparedPicture,
  { actor, given, origin, now }: PictureOwner,
): Promise<Result<SavedPicture, never>> {
  const words = fittingWords({
    caption: given.caption || metadata.caption,
    credit: given.credit || metadata.credit,
    alt: given.alt || metadata.alt,
  });
  return tx(db, (t) => {
    const meanwhile = t
      .select({ id: pictures.id })
      .from(pictures)
      .where(eq(pictures.sha256, prepared.sha256))
      .get();
    if (meanwhile) return done({ pictureId: meanwhile.id, isKnown: true });

    const { id } = t
      .insert(pictures)
      .values({
        ...prepared,
        ...words,
        searchKeys: searchKeysOf(words),
        takenAt:
          metadata.takenAt === null || metadata.takenAt > now.getTime() ? null : new Date(metadata.takenAt),
        origin,
        uploadedBy: actor.kind === 'staff' ? actor.id : null,
        createdAt: now,
      })
      .returning({ id: pictures.id })
      .get();
    appendAudit(t, {
      actor,
      verb: 'keep-picture',
      subject: `picture:${id}`,
      after: { sha256: prepared.sha256, origin },
      at: now,
    });
    return done({ pictureId: id, isKnown: false });
  });
}
