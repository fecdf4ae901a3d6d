import type { PictureVariant } from '@/db/schema';

export type CoverShape = '3x2' | '1x1';

/** The width of a file that is for a face beside a name, and too small for all else. Older pictures have none. */
export const faceWidth = 160;

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

/** The same without the file for a face; it too, where it is the only one. */
export function withoutFace<File extends { width: number }>(files: readonly File[]): readonly File[] {
  const wider = files.filter(({ width }) => width !== faceWidth);
  return wider.length > 0 ? wider : files;
}
