import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { menuLines } from '@/db/queries/site/site';
import { menuItems, staticPages } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import type { MenuName } from './menu-fields';

export interface MenuMove {
  menu: MenuName;
  /** As in `item:3` or `page:2`. */
  line: string;
  direction: 'up' | 'down';
  /** The lines as they stood on the screen, in their order. */
  order: readonly string[];
}

/** One place up or down among what stands beside the sections. Whoever saw another order is told so. */
export async function moveMenuLine(
  db: Db,
  actor: Actor,
  { menu, line, direction, order }: MenuMove,
  now = new Date(),
): Promise<Result<{ order: readonly string[] }, 'forbidden' | 'stale' | 'not-found'>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  return tx(db, (t) => {
    const lines = menuLines(t).filter((each) => each.menu === menu);
    const before = lines.map(nameOf);
    if (before.join() !== order.join()) return refused('stale');
    const from = before.indexOf(line);
    if (from < 0) return refused('not-found');
    const to = direction === 'up' ? from - 1 : from + 1;
    if (to < 0 || to >= lines.length) return done({ order: before });

    const after = before.with(from, before[to] ?? line).with(to, line);
    for (const each of lines) {
      const position = after.indexOf(nameOf(each)) + 1;
      const table = each.kind === 'item' ? menuItems : staticPages;
      // A version is of what people type; a place is not, so no open form grows old by it.
      t.update(table).set({ position }).where(eq(table.id, each.id)).run();
    }
    appendAudit(t, { actor, verb: 'move-menu-line', subject: `menu:${menu}`, before, after, at: now });
    announce(t, { kind: 'settings-changed' }, now);
    return done({ order: after });
  });
}

export const nameOf = ({ kind, id }: { kind: 'item' | 'page'; id: number }) => `${kind}:${id}`;
