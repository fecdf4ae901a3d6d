import { and, eq } from 'drizzle-orm';
import type { AppDb, ReadDb, Tx } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { saveIconsOf } from '@/lib/site/identity/save-icons';
import { writeSetting } from '@/lib/site/settings/change-setting';
import { scheduleFileDeletion } from '../cleanup/delete-unused-files';
import type { PictureStore } from '../picture-store';
import { pictureUsesOf } from '../picture-uses';
import { announcePictureChange } from './announce-picture-change';
import { mayEditPicture } from './may-edit-picture';
import { type FileRefusal, type PreparedPicture, preparePicture, sha256Of } from './prepare-picture';

export interface PictureReplacement {
  pictureId: number;
  basedOn: number;
  bytes: Uint8Array;
}

/** `known`: the file is another picture of the library. */
export type ReplaceRefusal = 'forbidden' | 'not-found' | 'stale' | 'known' | FileRefusal;

/** So long the former files stay, for pages that are open now. */
const formerStayMs = 24 * 3_600_000;

/** Another file in a picture's place: the same number, words and stories; every page that shows it is told. */
export async function replacePicture(
  db: AppDb,
  store: PictureStore,
  actor: Actor,
  { pictureId, basedOn, bytes }: PictureReplacement,
  now = new Date(),
): Promise<Result<{ version: number }, ReplaceRefusal>> {
  const sha256 = sha256Of(bytes);
  const early = await tx(db, (t) => refusalFor(t, actor, { pictureId, basedOn, sha256 }));
  if (early) return early;
  const prepared = await preparePicture(db, store, bytes);
  if (!prepared.ok) return prepared;
  const icons = await iconsIfAny(db, store, pictureId, prepared.value);
  if (icons === 'not-stored') return refused('picture-not-stored', 'picture');
  if (icons === 'not-made') return refused('picture-broken', 'picture');

  return tx(db, (t) => {
    // Asked again: the press takes a second, and much may happen in it.
    const late = refusalFor(t, actor, { pictureId, basedOn, sha256 });
    if (late) return late;
    const former = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
    if (!former) return refused('not-found');
    const uses = pictureUsesOf(t, pictureId);
    const { metadata: _, ...columns } = prepared.value;
    t.update(pictures)
      .set({ ...columns, ...focalIn(former, columns), updatedAt: now, version: basedOn + 1 })
      .where(eq(pictures.id, pictureId))
      .run();
    scheduleFileDeletion(t, former.variants, new Date(now.getTime() + formerStayMs));
    appendAudit(t, {
      actor,
      verb: 'replace-picture',
      subject: `picture:${pictureId}`,
      before: { sha256: former.sha256 },
      after: { sha256 },
      at: now,
    });
    if (icons !== null && isTheIcon(t, pictureId))
      writeSetting(t, actor, { key: 'iconFile', value: icons }, now);
    announcePictureChange(t, uses, now);
    return done({ version: basedOn + 1 });
  });
}

/** What tabs and home screens ask for is made of the icon's picture too, and made first: no page names what is not there. */
async function iconsIfAny(db: ReadDb, store: PictureStore, pictureId: number, { variants }: PreparedPicture) {
  return isTheIcon(db, pictureId) ? saveIconsOf(store, variants) : null;
}

function isTheIcon(t: ReadDb, pictureId: number): boolean {
  return pictureUsesOf(t, pictureId).signs.includes('iconId');
}

function refusalFor(
  t: Tx,
  actor: Actor,
  { pictureId, basedOn, sha256 }: { pictureId: number; basedOn: number; sha256: string },
): Result<{ version: number }, 'forbidden' | 'not-found' | 'stale' | 'known'> | null {
  const picture = t.select().from(pictures).where(eq(pictures.id, pictureId)).get();
  if (!picture) return refused('not-found');
  if (!mayEditPicture(actor, picture, pictureUsesOf(t, pictureId))) return refused('forbidden');
  if (picture.sha256 === sha256) return done({ version: picture.version });
  const other = t
    .select({ id: pictures.id })
    .from(pictures)
    .where(and(eq(pictures.sha256, sha256)))
    .get();
  if (other) return refused('known', 'picture');
  return picture.version === basedOn ? null : refused('stale');
}

/** The same view in better quality keeps its focal point; of another shape, it is another view. */
function focalIn(
  former: { width: number; height: number; focalX: number; focalY: number },
  next: Pick<PreparedPicture, 'width' | 'height'>,
) {
  const isAlike = Math.abs(former.width / former.height - next.width / next.height) < 0.02;
  return isAlike ? {} : { focalX: 50, focalY: 50 };
}
