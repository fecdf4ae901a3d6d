/** What the press is asked and what it answers: plain data, which goes from process to process. */

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

/** A picture made ready: upright, in sRGB, and nothing in its files but the picture. */
export interface ProcessedImage {
  /** Of the upright original. */
  width: number;
  height: number;
  /** Mean colour, as in `#7a8b9c`. */
  colour: string;
  files: ImageVariantFile[];
  /** What the file itself says; as it was written, untrimmed. Milliseconds for the time. */
  metadata: { caption: string; credit: string; alt: string; takenAt: number | null };
}

/** Why it cannot be made ready: cut off or never a picture; too many pixels; too long or too much memory. */
export type ImageFault = 'picture-broken' | 'picture-too-large' | 'picture-too-hard';

export type ImageJobReply =
  | { id: number; ok: true; pressed: ProcessedImage }
  | { id: number; ok: false; fault: ImageFault };
