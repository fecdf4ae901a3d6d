import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { legacyUrls } from '@/db/schema';
import { oldPath } from '@/lib/redirects/old-path';
import type { Target } from '@/lib/redirects/target';

export type KeptAddress = 'added' | 'here' | 'taken' | 'no-path';

/**
 * One old address, inside the transaction that makes what it leads to. One that is known stays as it is: it may be the
 * newsroom's own wish. `taken`: it leads to something else.
 */
export function keepOldAddress(
  t: Tx,
  { address, target, post }: { address: string; target: Target; post?: number | null },
  now: Date,
): KeptAddress {
  const path = oldPath(address);
  if (path === null || oldPath(target.target) === path) return 'no-path';
  const here = t.select().from(legacyUrls).where(eq(legacyUrls.path, path)).get();
  if (here) return here.targetKind === target.targetKind && here.target === target.target ? 'here' : 'taken';
  const isPostTaken =
    post && t.select().from(legacyUrls).where(eq(legacyUrls.wpPostId, post)).get() !== undefined;
  t.insert(legacyUrls)
    .values({ path, ...target, wpPostId: post && !isPostTaken ? post : null, createdAt: now })
    .run();
  return 'added';
}
