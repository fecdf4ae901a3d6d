import { eq } from 'drizzle-orm';
import type { AppDb, ReadDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { tx } from '@/db/tx';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { PictureStore } from '@/lib/pictures/picture-store';
import { done, type Result, refused } from '@/lib/result';
import { type PictureSetting, pictureSettings } from '../settings';
import { writeSetting } from '../settings/change-setting';
import { saveIconsOf } from './save-icons';

/** Numbers of pictures of the library; 0: none. */
export type Identity = Record<PictureSetting, number>;
export type IdentityRefusal = 'forbidden' | 'picture-unknown' | 'not-made' | 'not-stored';

/** Logo, icon and picture for shared links. The icon's files are made first: no page names what is not there. */
export async function saveIdentity(
  db: AppDb,
  store: PictureStore,
  actor: Actor,
  input: Identity,
  now = new Date(),
): Promise<Result<{ changed: number }, IdentityRefusal>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');
  for (const key of pictureSettings) {
    const id = input[key];
    if (id !== 0 && pictureOf(db, id)?.origin !== 'desk') return refused('picture-unknown', key);
  }
  const icon = input.iconId === 0 ? undefined : pictureOf(db, input.iconId);
  const made = icon ? await saveIconsOf(store, icon.variants) : '';
  if (made === 'not-made' || made === 'not-stored') return refused(made, 'iconId');

  return tx(db, (t) => {
    const written = pictureSettings.map((key) => writeSetting(t, actor, { key, value: input[key] }, now));
    written.push(writeSetting(t, actor, { key: 'iconFile', value: made }, now));
    return done({ changed: written.filter(Boolean).length });
  });
}

function pictureOf(db: ReadDb, id: number) {
  return db.select().from(pictures).where(eq(pictures.id, id)).get();
}
