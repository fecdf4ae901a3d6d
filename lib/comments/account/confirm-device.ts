import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { spendToken } from '@/lib/mail/tokens/spend-token';
import { done, type Result, refused } from '@/lib/result';
import { proveDevice } from '../trust/prove-device';

/**
 * The mailed link was opened on a device and its button pressed there: the device writes as the address's own from now on.
 * The link works once, so who finds it later gains nothing.
 *
 * @param device a keyed hash, as in `comments.device`
 */
export async function confirmDevice(
  db: Db,
  { token, device }: { token: string; device: string },
  now = new Date(),
): Promise<Result<void, 'bad-link'>> {
  return tx(db, (t) => {
    const spent = spendToken(t, 'device', token, now);
    if (!spent) return refused('bad-link');
    const { commenterId } = spent;
    t.update(commenters)
      .set({ verifiedAt: now })
      .where(and(eq(commenters.id, commenterId), isNull(commenters.verifiedAt)))
      .run();
    proveDevice(t, { commenterId, device }, now);
    appendAudit(t, {
      actor: { kind: 'commenter', id: commenterId, name: '' },
      verb: 'confirm-device',
      subject: `commenter:${commenterId}`,
      at: now,
    });
    return done();
  });
}
