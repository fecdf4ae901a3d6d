import type { StoryDocument } from './document';

/** The library's pictures that a document shows, each once. */
export function picturesIn({ content }: StoryDocument): number[] {
  const ids = content.flatMap((block) => {
    if (block.type === 'figure' || block.type === 'embed') return [block.attrs.pictureId];
    if (block.type === 'gallery') return block.attrs.pictures.map((one) => one.pictureId);
    return [];
  });
  return [...new Set(ids.filter((id) => id !== null))];
}
