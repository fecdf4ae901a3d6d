import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { pictureUsesOf } from '../picture-uses';
import { type PictureWords, searchKeysOf, tidyWords, tooLongIn } from '../picture-words';
import { announcePictureChange } from './announce-picture-change';
import { mayEditPicture } from './may-edit-picture';

export interface PictureEdit extends PictureWords {
  pictureId: number;
  /** The version that was on the screen. */
  basedOn: number;
  /** Whole per cents, from the top left. */
  focalX: number;
  focalY: number;
}

export type PictureEditRefusal = 'forbidden' | 'not-found' | 'stale' | 'too-long' | 'focal';

/** A picture's words and focal point. None of the words is required here: a story asks for them to be published. */
export async function editPicture(
  db: Db,
  actor: Actor,
  { pictureId, basedOn, focalX, focalY, ...rawFields }: PictureEdit,
  now = new Date(),
): Promise<Result<{ version: number }, PictureEditRefusal>> {
  const words = tidyWords(rawFields);
  const tooLong = tooLongIn(words);
  return tx(db, (t) => {
    const picture = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!picture) return refused('not-found');
    const uses = pictureUsesOf(t, pictureId);
    if (!mayEditPicture(actor, picture, uses)) return refused('forbidden');
    if (tooLong) return refused('too-long', tooLong);
    if (!isPercent(focalX)) return refused('focal', 'focalX');
    if (!isPercent(focalY)) return refused('focal', 'focalY');

    const after = { ...words, focalX, focalY };
    const { caption, credit, alt, focalX: x, focalY: y } = picture;
    const before = { caption, credit, alt, focalX: x, focalY: y };
    if (JSON.stringify(before) === JSON.stringify(after)) return done({ version: picture.version });

    const { changes } = t
      .update(pictures)
      .set({ ...after, searchKeys: searchKeysOf(words), updatedAt: now, version: basedOn + 1 })
      .where(and(eq(pictures.id, pictureId), eq(pictures.version, basedOn)))
      .run();
    if (changes === 0) return refused('stale');
    appendAudit(t, { actor, verb: 'edit-picture', subject: `picture:${pictureId}`, before, after, at: now });
    announcePictureChange(t, uses, now);
    return done({ version: basedOn + 1 });
  });
}

function isPercent(number: number): boolean {
  return Number.isInteger(number) && number >= 0 && number <= 100;
}
