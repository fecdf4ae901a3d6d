import { eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { legacyUrls } from '@/db/schema';
import { oldPath } from '@/lib/redirects/old-path';
import type { RedirectTarget } from '@/lib/redirects/redirect-target';

/** `taken`: it leads to something else. `no-path`: it cannot be a path here, or is the target's own. */
export type SavedAddress = 'added' | 'here' | 'taken' | 'no-path';

/**
 * Saves one old address, inside the transaction that creates its target. An existing one stays: the newsroom may have
 * set it.
 */
export function saveOldAddress(
  t: Tx,
  { address, target, post }: { address: string; target: RedirectTarget; post?: number | null },
  now: Date,
): SavedAddress {
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
 * Saves the permalink of a post or page and its id. If the permalink is taken or missing, the id is saved with its
 * numbered path, so that `/?p=61` still works. `outcome` is the outcome for the permalink.
 */
export function saveOwnAddress(
  t: Tx,
  { link, post, target }: { link: string; post: number; target: RedirectTarget },
  now: Date,
): { outcome: SavedAddress; added: number } {
  const numbered = `/archives/${post}`;
  const outcome = saveOldAddress(t, { address: pathOf(link) ?? numbered, target, post }, now);
  const isElsewhere = outcome === 'taken' || outcome === 'no-path';
  const byNumber = isElsewhere ? saveOldAddress(t, { address: numbered, target, post }, now) : outcome;
  return { outcome, added: byNumber === 'added' ? 1 : 0 };
}

/** The path of a link; null if it has none, such as `/?p=61`. */
export function pathOf(link: string): string | null {
  const path = link.replace(/^[a-z]+:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
  return path === '' || path === '/' ? null : path;
}
