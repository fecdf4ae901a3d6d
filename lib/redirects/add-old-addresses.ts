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
import { targetIn } from './redirect-target';

export interface GivenAddress {
  /** A path or a whole address, in any spelling. */
  path: string;
  /** As `targetIn` reads it. */
  target: string;
  wpPostId?: number | undefined;
}

export type AddressRefusal = 'no-path' | 'no-target' | 'to-itself' | 'post-taken';

export interface Added {
  added: number;
  refused: { row: number; code: AddressRefusal }[];
}

/**
 * Takes in old addresses, all that are right in one transaction; one that is known already leads where it is told
 * now. Rows count from 1.
 */
export async function addOldAddresses(
  db: Db,
  actor: Actor,
  given: readonly GivenAddress[],
  now = new Date(),
): Promise<Result<Added, 'forbidden'>> {
  if (!may(actor, 'change-settings')) return refused('forbidden');

  return tx(db, (t) => {
    const report: Added = { added: 0, refused: [] };
    given.forEach(({ path: words, target: wanted, wpPostId }, at) => {
      const path = oldPath(words);
      const target = targetIn(wanted);
      const code = wrongWith(path, target?.target ?? null, wpPostId);
      if (code || !path || !target) {
        report.refused.push({ row: at + 1, code: code ?? 'no-path' });
        return;
      }
      const row = {
        ...target,
        status: target.targetKind === 'none' ? (410 as const) : (301 as const),
        ...(wpPostId === undefined ? {} : { wpPostId }),
      };
      t.insert(legacyUrls)
        .values({ path, ...row, createdAt: now })
        .onConflictDoUpdate({ target: legacyUrls.path, set: row })
        .run();
      report.added += 1;
    });
    if (report.added === 0) return done(report);

    const [first] = given;
    appendAudit(t, {
      actor,
      verb: 'add-old-addresses',
      subject: `old-address:${given.length === 1 && first ? oldPath(first.path) : '*'}`,
      after: given.length === 1 && first ? first.target : { added: report.added },
      at: now,
    });
    announce(t, { kind: 'old-addresses-changed' }, now);
    return done(report);

    function wrongWith(path: string | null, target: string | null, post?: number): AddressRefusal | null {
      if (path === null) return 'no-path';
      if (target === null) return 'no-target';
      if (oldPath(target) === path) return 'to-itself';
      if (post === undefined) return null;
      const holder = t.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, post)).get();
      return holder && holder.path !== path ? 'post-taken' : null;
    }
  });
}
