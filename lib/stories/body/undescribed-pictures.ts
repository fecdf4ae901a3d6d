import { inArray } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { pictures } from '@/db/schema';
import { definitionOf } from './blocks';
import type { StoryDocument } from './document';
import { picturesInDocument } from './pictures-in-document';

/** A picture of a body that nobody has described. `block` is its place among the body's blocks, from 1. */
export interface UndescribedPicture {
  block: number;
  /** Null: a file that came with an old text and is not in the library. */
  pictureId: number | null;
}

interface Body {
  bodyDoc: StoryDocument | null;
  /** What readers get of a body that is typed and no document. */
  bodyHtml: string;
}

/** Those that say nothing to whoever cannot see them: neither here nor in the library. */
export function undescribedPictures(t: ReadDb, { bodyDoc, bodyHtml }: Body): UndescribedPicture[] {
  if (!bodyDoc) return undescribedInHtml(bodyHtml);
  const ids = picturesInDocument(bodyDoc);
  const said = new Set(
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
  return bodyDoc.content.flatMap((block, at) => {
    const shown = definitionOf(block).pictures?.(block) ?? [];
    return shown
      .filter(({ alt, pictureId }) => alt === '' && !(pictureId !== null && said.has(pictureId)))
      .map(({ pictureId }) => ({ block: at + 1, pictureId }));
  });
}

/** Each block of a typed body is a line of its HTML. */
function undescribedInHtml(html: string): UndescribedPicture[] {
  return html
    .split('\n')
    .flatMap((line, at) =>
      [...line.matchAll(/<img\b[^>]*>/g)]
        .filter(([image]) => !/\balt="[^"]+"/.test(image))
        .map(() => ({ block: at + 1, pictureId: null })),
    );
}
