import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { legacyUrls } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { oldPath } from './old-path';
import { targetWords } from './redirect-target';

export async function removeOldAddress(
  db: Db,
  actor: Actor,
  { path: words }: { path: string },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'not-found'>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');
  const path = oldPath(words);
  if (path === null) return refused('not-found', 'path');

  return tx(db, (t) => {
    const row = t.delete(legacyUrls).where(eq(legacyUrls.path, path)).returning().get();
    if (!row) return refused('not-found', 'path');
    appendAudit(t, {
      actor,
      verb: 'remove-old-address',
      subject: `old-address:${path}`,
      before: targetWords(row),
      at: now,
    });
    announce(t, { kind: 'old-addresses-changed' }, now);
    return done();
  });
}
