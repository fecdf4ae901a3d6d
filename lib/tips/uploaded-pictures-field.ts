import { createHmac, timingSafeEqual } from 'node:crypto';
import { tipLimits } from './tip-draft';

/**
 * Pictures that were kept while something else in the form was wrong, as a hidden field carries them: a browser does not
 * choose files again by itself. Signed, so that nobody names a picture that is not theirs: `7.9.` and 22 letters.
 */
export function writeUploadedPictures(pictureIds: readonly number[], key: string): string {
  if (pictureIds.length === 0) return '';
  const ids = pictureIds.join('.');
  return `${ids}.${sign(ids, key)}`;
}

/** None for a field that is empty or not ours. */
export function readUploadedPictures(field: string, key: string): number[] {
  const [, ids = '', signature = ''] = /^(\d{1,15}(?:\.\d{1,15})*)\.([\w-]{22})$/.exec(field) ?? [];
  const right = Buffer.from(sign(ids, key));
  const sent = Buffer.from(signature);
  if (ids === '' || sent.length !== right.length || !timingSafeEqual(sent, right)) return [];
  return ids.split('.').map(Number).slice(0, tipLimits.pictures);
}

function sign(ids: string, key: string): string {
  return createHmac('sha256', key).update(`kept:${ids}`).digest('base64url').slice(0, 22);
}
