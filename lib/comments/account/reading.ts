import { getDb } from '@/db/client';
import { commenterById, commentsOf, mailedToken, subscriptionsOf } from '@/db/queries/discussion/mail';
import type { MailedPurpose } from '@/lib/mail/tokens/mailed-token';
import { tokenHash } from '@/lib/mail/tokens/mailed-token';
import { bannedBy } from '../bans/banned-by';
import { withdrawToken } from '../own/own-comment';
import { maskedAddress } from '../posting/email-address';
import { keyedHash } from '../posting/keyed-hash';
import { isSessionOpen } from './account-owner';
import type { AccountSession } from './account-session';

export const COMMENTS_SHOWN = 100;
const ALL = 1_000_000;

/** A commenter's own page; null if it is closed. `key`: the house's, with which bans are hashed and links signed. The address leaves masked: others look over shoulders. */
export async function readAccount(
  session: AccountSession | null,
  { key, now }: { key: string; now: Date },
  db = getDb(),
) {
  const owner = session && (await ownerOf(session, db));
  if (!owner) return null;
  const [comments, subscriptions] = await Promise.all([
    commentsOf(db, owner.id, COMMENTS_SHOWN + 1),
    subscriptionsOf(db, owner.id),
  ]);
  return {
    name: owner.name,
    address: maskedAddress(owner.email),
    comments: comments.slice(0, COMMENTS_SHOWN).map((comment) => {
      const isThere = comment.state === 'visible' || comment.state === 'held';
      const link = { commentId: comment.id, tokenVersion: owner.tokenVersion };
      return { ...comment, withdraw: isThere ? withdrawToken(link, key) : null };
    }),
    hasMore: comments.length > COMMENTS_SHOWN,
    subscriptions,
    /** That keeps this address from writing. */
    ban: bannedBy(db, { network: '', address: keyedHash('address', owner.email, key) }, now) ?? null,
  };
}

/** All that is kept about a commenter, for themselves; null if their page is closed. */
export async function readAccountData(session: AccountSession | null, site: string, db = getDb()) {
  const owner = session && (await ownerOf(session, db));
  if (!owner) return null;
  const [comments, subscriptions] = await Promise.all([
    commentsOf(db, owner.id, ALL),
    subscriptionsOf(db, owner.id),
  ]);
  const { email, name, website, createdAt, verifiedAt, approved, hidden } = owner;
  return {
    commenter: { email, name, website, firstSeen: createdAt, verifiedAt, approved, hidden },
    comments: comments.map(({ storyId, section, headline, ...comment }) => ({
      ...comment,
      story: { headline, address: `${site}/${section}/${storyId}` },
    })),
    subscriptions: subscriptions.map(({ storyId, section, headline, ...subscription }) => ({
      ...subscription,
      ...(storyId !== null && { story: { headline, address: `${site}/${section}/${storyId}` } }),
    })),
  };
}

/** What a link to `/account/confirm` would confirm; null if it would confirm nothing any more. Changes nothing. */
export async function readConfirmation(token: string, now: Date, db = getDb()) {
  const link = await openLink(token, 'confirm', now, db);
  if (!link) return null;
  const all = await subscriptionsOf(db, link.commenterId);
  return all.filter(
    ({ confirmedAt, endedAt, consentedAt }) => !confirmedAt && !endedAt && consentedAt <= link.createdAt,
  );
}

/** Whether this link has confirmed its address: whoever follows it once more is not to think that it went wrong. */
export async function hasConfirmed(token: string, db = getDb()): Promise<boolean> {
  const link = await mailedToken(db, tokenHash(token));
  return link?.purpose === 'confirm' && link.usedAt !== null;
}

/** Would this link open a page? Asking does not use it up. */
export async function isAccountLink(token: string, now: Date, db = getDb()): Promise<boolean> {
  return (await openLink(token, 'account', now, db)) !== null;
}

/** Would this link make a device its writer's own? Asking does not use it up. */
export async function isDeviceLink(token: string, now: Date, db = getDb()): Promise<boolean> {
  return (await openLink(token, 'device', now, db)) !== null;
}

/** Whether this browser has somebody's page open, which is still theirs. */
export async function isOpenHere(session: AccountSession | null, db = getDb()): Promise<boolean> {
  return session !== null && (await ownerOf(session, db)) !== null;
}

async function openLink(token: string, purpose: MailedPurpose, now: Date, db: ReturnType<typeof getDb>) {
  const link = await mailedToken(db, tokenHash(token));
  return link && link.purpose === purpose && !link.usedAt && link.expiresAt > now ? link : null;
}

async function ownerOf(session: AccountSession, db: ReturnType<typeof getDb>) {
  const owner = await commenterById(db, session.commenterId);
  return owner && isSessionOpen(owner, session) ? owner : null;
}
