import type { PictureVariant } from '@/db/schema';

export type CoverShape = '3x2' | '1x1';

/** A variant never changes: another picture has another file. */
export function pictureAddress(variant: Pick<PictureVariant, 'file'>): string {
  return `/media/${variant.file}`;
}

/** A reader's picture that waits: for the desk's eyes. */
export function waitingAddress(variant: Pick<PictureVariant, 'file'>): string {
  return `/admin/pictures/waiting/${variant.file}`;
}

/** The drawn cover of a story that has no picture. */
export function coverAddress(storyId: number, shape: CoverShape = '3x2'): string {
  return shape === '1x1' ? `/cover/${storyId}-1x1.svg` : `/cover/${storyId}.svg`;
}

/** For one `srcset`: the WebP files, from narrow to wide; of a picture without any, those of its last kind. */
export function oneKindOf(variants: readonly PictureVariant[]): PictureVariant[] {
  const webp = variants.filter(({ mime }) => mime === 'image/webp');
  return webp.length > 0 ? webp : variants.filter(({ mime }) => mime === variants.at(-1)?.mime);
}
