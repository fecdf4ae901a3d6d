import { eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { PictureStore } from '../picture-store';
import { fittingWords, searchKeysOf } from '../picture-words';

export interface AcceptedPicture {
  pictureId: number;
  /** Who made it, where the picture does not say. */
  credit?: string;
}

/** From where readers' pictures wait to where pages find them. */
export interface PictureStores {
  waiting: PictureStore;
  library: PictureStore;
}

export type AcceptPictureRefusal = 'forbidden' | 'not-found';

/**
 * A reader's picture becomes the desk's, by whoever keeps pictures. Done twice, it is done once. Its files are copied
 * before the row says so and leave the waiting folder after: a crash between leaves files, never a hole.
 */
export async function acceptReaderPicture(
  db: AppDb,
  { waiting, library }: PictureStores,
  actor: Actor,
  { pictureId, credit = '' }: AcceptedPicture,
  now = new Date(),
): Promise<Result<void, AcceptPictureRefusal>> {
  if (!may(actor, 'keep-picture')) return refused('forbidden');
  const picture = db.select().from(pictures).where(eq(pictures.id, pictureId)).get();
  if (!picture) return refused('not-found');
  if (picture.origin === 'desk') return done();

  for (const { file } of picture.variants) {
    const bytes = await waiting.open(file);
    if (bytes) await library.put(file, bytes);
  }
  const outcome = await tx(db, (t) => {
    const present = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!present) return refused('not-found');
    if (present.origin === 'desk') return done();
    const { caption, alt } = present;
    const words = fittingWords({ caption, alt, credit: present.credit || credit });
    t.update(pictures)
      .set({ origin: 'desk', credit: words.credit, searchKeys: searchKeysOf(words) })
      .where(eq(pictures.id, pictureId))
      .run();
    appendAudit(t, { actor, verb: 'take-picture', subject: `picture:${pictureId}`, at: now });
    return done();
  });
  if (outcome.ok) for (const { file } of picture.variants) await waiting.remove(file);
  return outcome;
}
