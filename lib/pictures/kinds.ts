import type { PictureKind } from './image-worker/image-job';

/** What a file is that we know and do not take: each has a sentence of its own, with what to do instead. */
export type RefusedKind = 'svg' | 'heic' | 'unknown';

/**
 * By its first bytes, whatever it is called and whatever type the sender names. SVG is a program and HEIC needs a
 * decoder that ours leaves out (patents); both are common enough to be told apart from mere rubbish.
 */
export function pictureKindOf(bytes: Uint8Array): PictureKind | RefusedKind {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  const at = (text: string, from = 0) => head.toString('latin1', from, from + text.length) === text;

  if (at('\xff\xd8\xff')) return 'jpeg';
  if (at('\x89PNG\r\n\x1a\n')) return 'png';
  if (at('GIF87a') || at('GIF89a')) return 'gif';
  if (at('RIFF') && at('WEBP', 8)) return 'webp';
  if (at('II*\0') || at('MM\0*')) return 'tiff';
  if (at('ftyp', 4)) return familyOf(head);
  return /<svg[\s>/]|<!DOCTYPE svg/i.test(head.toString('latin1')) ? 'svg' : 'unknown';
}

/** ISO media: the brands say whether AV1 or HEVC is in it. A film (`isom`) is neither. */
function familyOf(head: Buffer): PictureKind | RefusedKind {
  const length = Math.min(head.readUInt32BE(0), head.length);
  const brands = head.toString('latin1', 8, length);
  if (/avif|avis/.test(brands)) return 'avif';
  return /heic|heix|hevc|heim|heis|mif1|msf1/.test(brands) ? 'heic' : 'unknown';
}
