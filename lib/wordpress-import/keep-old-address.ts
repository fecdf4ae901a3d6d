import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { legacyUrls } from '@/db/schema';
import { oldPath } from '@/lib/redirects/old-path';
import type { RedirectTarget } from '@/lib/redirects/redirect-target';

/** `taken`: it leads to something else. `no-path`: it cannot be one here, or is that of the very thing. */
export type KeptAddress = 'added' | 'here' | 'taken' | 'no-path';

/**
 * One old address, inside the transaction that makes what it leads to. One that is known stays as it is: it may be the
 * newsroom's own wish.
 */
export function keepOldAddress(
  t: Tx,
  { address, target, post }: { address: string; target: RedirectTarget; post?: number | null },
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

/**
 * The address that a post or page has of its own, and its number: where that address is another's or none, the number
 * stands by one of the paths that WordPress gives it, so that `/?p=61` leads to it still. Tells of the address alone.
 */
export function keepOwnAddress(
  t: Tx,
  { link, post, target }: { link: string; post: number; target: RedirectTarget },
  now: Date,
): { kept: KeptAddress; added: number } {
  const numbered = `/archives/${post}`;
  const kept = keepOldAddress(t, { address: pathOf(link) ?? numbered, target, post }, now);
  const isElsewhere = kept === 'taken' || kept === 'no-path';
  const byNumber = isElsewhere ? keepOldAddress(t, { address: numbered, target, post }, now) : kept;
  return { kept, added: byNumber === 'added' ? 1 : 0 };
}

/** Of a link that has one; `/?p=61` has none. */
export function pathOf(link: string): string | null {
  const path = link.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' || path === '/' ? null : path;
}
