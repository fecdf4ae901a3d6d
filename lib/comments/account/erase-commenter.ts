import { eq, inArray, sql } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import {
  bans,
  commentAppeals,
  commenterDevices,
  commenterNotes,
  commenters,
  comments,
  emailTokens,
  reports,
  subscriptions,
} from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { queueErasure } from '@/lib/erasure/queue-erasure';
import { dropMailTo } from '@/lib/mail/queue/queue-mail';
import { forgetFailuresOf } from '@/lib/people/sessions/sign-in-throttle';
import { done, type Result, refused } from '@/lib/result';
import { forgetLessonsOf } from '../spam/learning/learn';
import { accountOwner } from './account-owner';
import type { AccountSession } from './account-session';
import { commentsMentioning, forgetAddress } from './forget-address';

/**
 * A commenter asks to be forgotten. Their comments keep their places, without words, name or anything that knows the
 * writer again; answers by others stay. What remains is a number that says how often a moderator acted. That the bytes
 * have still to leave the outbox, the log and the file is recorded in the same transaction.
 *
 * Where others have written the address it is taken out. What was sent to the desk from it stays, without its sender.
 * Bans stay: what they know is a keyed hash.
 */
export async function eraseCommenter(
  db: AppDb,
  session: AccountSession,
  now = new Date(),
): Promise<Result<{ commenterId: number }, 'closed'>> {
  const before = accountOwner(db, session);
  const saying = before ? await commentsMentioning(db, before.email) : [];

  return tx(db, (t) => {
    const owner = accountOwner(t, session);
    if (!owner) return refused('closed');
    const { id } = owner;
    const theirs = t
      .select({ id: comments.id, storyId: comments.storyId, state: comments.state })
      .from(comments)
      .where(eq(comments.commenterId, id))
      .all();

    t.update(comments)
      .set({
        state: 'withdrawn',
        name: '',
        nameKey: '',
        website: '',
        body: '',
        bodyHash: sql`'erased-' || ${comments.id}`,
        network: '',
        device: '',
        fingerprint: '',
        signals: [],
        pickedAt: null,
        version: sql`${comments.version} + 1`,
      })
      .where(eq(comments.commenterId, id))
      .run();
    forgetLessonsOf(
      t,
      theirs.map(({ id }) => id),
    );
    const ofTheirs = t.select({ id: comments.id }).from(comments).where(eq(comments.commenterId, id));
    // Other people's free words about them may name them.
    t.update(reports).set({ words: '' }).where(inArray(reports.commentId, ofTheirs)).run();
    t.update(bans).set({ reason: '', appeal: '', answer: '' }).where(inArray(bans.commentId, ofTheirs)).run();
    t.update(commentAppeals)
      .set({ words: '', answer: '' })
      .where(inArray(commentAppeals.commentId, ofTheirs))
      .run();
    t.delete(commenterDevices).where(eq(commenterDevices.commenterId, id)).run();
    t.delete(commenterNotes).where(eq(commenterNotes.commenterId, id)).run();
    t.delete(emailTokens).where(eq(emailTokens.commenterId, id)).run();
    t.update(subscriptions)
      .set({ endedAt: now, endedBecause: 'erased' })
      .where(eq(subscriptions.commenterId, id))
      .run();
    dropMailTo(t, id);
    forgetFailuresOf(t, owner.email);
    const rewritten = forgetAddress(t, owner, saying);
    t.update(commenters)
      .set({
        // No address, and unique as the column wants it.
        email: `erased-${id}`,
        name: '',
        website: '',
        verifiedAt: null,
        tokenVersion: owner.tokenVersion + 1,
        erasedAt: now,
      })
      .where(eq(commenters.id, id))
      .run();
    queueErasure(t, String(id), { commenterId: id }, now);
    appendAudit(t, {
      actor: { kind: 'commenter', id, name: '' },
      verb: 'erase-commenter',
      subject: `commenter:${id}`,
      after: { comments: theirs.length },
      at: now,
    });
    const seen = theirs.filter(({ state }) => state === 'visible').map(({ storyId }) => storyId);
    for (const storyId of new Set([...seen, ...rewritten]))
      announce(t, { kind: 'discussion-changed', storyId }, now);
    return done({ commenterId: id });
  });
}
