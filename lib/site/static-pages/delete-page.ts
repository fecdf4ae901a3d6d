import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { staticPages } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** A page goes, and its line in the menus. A second click finds it gone, and is done. */
export async function deletePage(
  db: Db,
  actor: Actor,
  { id, basedOn }: { id: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'stale'>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  return tx(db, (t) => {
    const page = t.select().from(staticPages).where(eq(staticPages.id, id)).get();
    if (!page) return done();
    if (page.version !== basedOn) return refused('stale');
    t.delete(staticPages).where(eq(staticPages.id, id)).run();
    const { slug, title, body, menu } = page;
    appendAudit(t, {
      actor,
      verb: 'delete-page',
      subject: `page:${id}`,
      before: { slug, title, body, menu },
      at: now,
    });
    announce(t, { kind: 'page-changed', slug, isInMenus: true }, now);
    return done();
  });
}
