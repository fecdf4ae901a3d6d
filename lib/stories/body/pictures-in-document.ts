import { definitionOf } from './blocks';
import type { StoryDocument } from './document';

/** The library pictures that a document shows, each once. */
export function picturesInDocument({ content }: StoryDocument): number[] {
  const ids = content.flatMap((block) => {
    const definition = definitionOf(block);
    const blockPictures = (definition.pictures?.(block) ?? []).map(({ pictureId }) => pictureId);
    return [...blockPictures, definition.thumbnail?.(block) ?? null];
  });
  return [...new Set(ids.filter((id) => id !== null))];
}
