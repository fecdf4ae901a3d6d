/** Messages between the image worker pool and its worker processes. */

/** What a file is by its first bytes; `mime` as in `image/jpeg`. */
export interface ImageJob {
  id: number;
  kind: PictureKind;
  bytes: Uint8Array;
}

export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'tiff';

export interface ImageVariantFile {
  width: number;
  height: number;
  mime: string;
  bytes: Uint8Array;
}

/** Upright, in sRGB, and without metadata in its files. */
export interface ProcessedImage {
  /** Of the upright original. */
  width: number;
  height: number;
  /** Mean colour, as in `#7a8b9c`. */
  colour: string;
  files: ImageVariantFile[];
  /** Metadata of the file, untrimmed; `takenAt` in milliseconds. */
  metadata: { caption: string; credit: string; alt: string; takenAt: number | null };
}

/** Truncated or not an image; too many pixels; too much time or memory. */
export type ImageFault = 'picture-broken' | 'picture-too-large' | 'picture-too-hard';

export type ImageJobReply =
  | { id: number; ok: true; image: ProcessedImage }
  | { id: number; ok: false; fault: ImageFault };
