import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { menuItems } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** A line leaves its menu. A second click finds it gone, and is done. */
export async function deleteMenuItem(
  db: Db,
  actor: Actor,
  { id, basedOn }: { id: number; basedOn: number },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'stale'>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  return tx(db, (t) => {
    const line = t.select().from(menuItems).where(eq(menuItems.id, id)).get();
    if (!line) return done();
    if (line.version !== basedOn) return refused('stale');
    t.delete(menuItems).where(eq(menuItems.id, id)).run();
    const { menu, label, href } = line;
    appendAudit(t, {
      actor,
      verb: 'delete-menu-line',
      subject: `menu:${id}`,
      before: { menu, label, href },
      at: now,
    });
    announce(t, { kind: 'settings-changed' }, now);
    return done();
  });
}
