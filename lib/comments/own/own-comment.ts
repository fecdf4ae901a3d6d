import { createHmac, timingSafeEqual } from 'node:crypto';
import { idIn } from '@/lib/forms/read-form';

/** Long enough to see one's own misprint, too short to turn what others have answered into something else. */
export const EDITABLE_MS = 5 * 60_000;

/** Who says that a comment is theirs: a device (keyed hash), or whoever holds a link that we mailed, already read. */
export type Owner = { device: string } | { tokenVersion: number };

export function isOwn(
  comment: { device: string },
  commenter: { tokenVersion: number },
  owner: Owner,
): boolean {
  if ('tokenVersion' in owner) return owner.tokenVersion === commenter.tokenVersion;
  return owner.device !== '' && owner.device === comment.device;
}

export function isEditable(comment: { state: string; createdAt: Date }, now: Date): boolean {
  const isThere = comment.state === 'visible' || comment.state === 'held';
  return isThere && now.getTime() - comment.createdAt.getTime() < EDITABLE_MS;
}

interface Link {
  commentId: number;
  /** The commenter's: counted up, it makes every link mailed so far void. */
  tokenVersion: number;
}

/** The token of a mailed link to `/account/withdraw?token=…`: it withdraws one comment and can do nothing else. */
export function withdrawToken({ commentId, tokenVersion }: Link, key: string): string {
  return `${commentId}.${tokenVersion}.${sign(`${commentId}.${tokenVersion}`, key)}`;
}

/** What a token allows, null if this house has not made it. */
export function readWithdrawToken(token: string, key: string): Link | null {
  const [, id = '', version = '', signature = ''] = /^(\d{1,15})\.(\d{1,9})\.([\w-]{32})$/.exec(token) ?? [];
  const [commentId, tokenVersion] = [idIn(id), idIn(version)];
  const right = Buffer.from(sign(`${id}.${version}`, key));
  if (!commentId || !tokenVersion || !timingSafeEqual(Buffer.from(signature), right)) return null;
  return { commentId, tokenVersion };
}

function sign(text: string, key: string): string {
  return createHmac('sha256', key).update(`withdraw:${text}`).digest('base64url').slice(0, 32);
}
