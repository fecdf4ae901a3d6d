import { and, eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { menuLines } from '@/db/queries/site/site';
import { menuItems } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { faultInMenuItem, type MenuFault, type MenuFields, menuLimits, tidyMenuItem } from './menu-fields';

/** `id` null: a new line, at the end of its menu. `site`: our own address, without a slash at its end. */
export interface MenuItemInput extends MenuFields {
  id: number | null;
  basedOn: number;
  site: string;
  formKey?: string;
}

export type MenuRefusal = 'forbidden' | 'not-found' | 'stale' | 'too-many' | MenuFault;

/** A line of a menu stands on every page, so every page is made anew. */
export async function saveMenuItem(
  db: Db,
  actor: Actor,
  { id, basedOn, site, formKey, ...rawFields }: MenuItemInput,
  now = new Date(),
): Promise<Result<{ id: number; version?: number }, MenuRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const fields = tidyMenuItem(rawFields, site);
  const fault = faultInMenuItem(fields);
  if (fault) return refused(fault.code, fault.field);

  // A change of what is there is known by its version.
  const sending = { actor, formKey: id === null ? formKey : undefined, content: { line: fields } };
  return tx(db, (t) =>
    answerOnce(t, sending, now, () => {
      const former = id === null ? null : t.select().from(menuItems).where(eq(menuItems.id, id)).get();
      if (former === undefined) return refused('not-found');
      const there = menuLines(t).filter(({ menu }) => menu === fields.menu);
      const isNewThere = former?.menu !== fields.menu;
      if (isNewThere && there.length >= menuLimits.lines) return refused('too-many', 'menu');
      const position = isNewThere ? Math.max(0, ...there.map((line) => line.position)) + 1 : former.position;

      if (former === null) {
        const made = t
          .insert(menuItems)
          .values({ ...fields, position })
          .returning()
          .get();
        appendAudit(t, { actor, verb: 'add-menu-line', subject: `menu:${made.id}`, after: fields, at: now });
        announce(t, { kind: 'settings-changed' }, now);
        return done({ id: made.id });
      }
      const { changes } = t
        .update(menuItems)
        .set({ ...fields, position, version: basedOn + 1 })
        .where(and(eq(menuItems.id, former.id), eq(menuItems.version, basedOn)))
        .run();
      if (changes === 0)
        return isAlreadyStored<object>(former, fields)
          ? done({ id: former.id, version: former.version })
          : refused('stale');
      const { menu, label, href } = former;
      appendAudit(t, {
        actor,
        verb: 'edit-menu-line',
        subject: `menu:${former.id}`,
        before: { menu, label, href },
        after: fields,
        at: now,
      });
      announce(t, { kind: 'settings-changed' }, now);
      return done({ id: former.id, version: basedOn + 1 });
    }),
  );
}
