import type { ReadDb } from '@/db/client';
import { picturesById } from '@/db/queries/media/pictures';
import { pictureAddress } from './picture-addresses';

/** A picture small, to know it again by; null for none, and for one that is gone. */
export async function thumbnailOf(db: ReadDb, pictureId: number | null): Promise<string | null> {
  if (pictureId === null) return null;
  const [picture] = await picturesById(db, [pictureId]);
  const [narrowest] = picture?.variants ?? [];
  return narrowest ? pictureAddress(narrowest) : null;
}
