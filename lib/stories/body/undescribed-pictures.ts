import { inArray } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { definitionOf } from './blocks';
import type { StoryDocument } from './document';
import { picturesInDocument } from './pictures-in-document';

/** A picture in a body without a description. `block` is its position among the body's blocks, from 1. */
export interface UndescribedPicture {
  block: number;
  /** Null: a file that came with an old text and is not in the library. */
  pictureId: number | null;
}

/** Pictures without a description here or in the library. */
export function undescribedPictures(t: ReadDb, document: StoryDocument): UndescribedPicture[] {
  const ids = picturesInDocument(document);
  const described = new Set(
    ids.length === 0
      ? []
      : t
          .select({ id: pictures.id, alt: pictures.alt })
          .from(pictures)
          .where(inArray(pictures.id, ids))
          .all()
          .filter(({ alt }) => alt !== '')
          .map(({ id }) => id),
  );
  return document.content.flatMap((block, at) => {
    const blockPictures = definitionOf(block).pictures?.(block) ?? [];
    return blockPictures
      .filter(({ alt, pictureId }) => alt === '' && !(pictureId !== null && described.has(pictureId)))
      .map(({ pictureId }) => ({ block: at + 1, pictureId }));
  });
}
