import { and, eq, max } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { menuItems, staticPages } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { bodyFromNotation } from '@/lib/stories/body/notation/body-from-notation';
import { faultInPage, type PageFault, type PageFields, tidyPage } from './page-fields';

/** `id` null: a new page. `basedOn`: the version that was on the screen. */
export interface PageInput extends PageFields {
  id: number | null;
  basedOn: number;
}

export type PageRefusal = 'forbidden' | 'not-found' | 'stale' | 'slug-taken' | PageFault;

/**
 * A page that is no story. Its HTML is made here, by the sanitiser that stories go through. Its slug is in others'
 * links, so it is chosen once and stays. A page's name may stand in the menu of every page; its body stands on one.
 */
export async function savePage(
  db: Db,
  actor: Actor,
  { id, basedOn, ...rawFields }: PageInput,
  now = new Date(),
): Promise<Result<{ id: number; version: number }, PageRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const fields = tidyPage(rawFields);
  const fault = faultInPage(fields);
  if (fault && !(fault.field === 'slug' && id !== null)) return refused(fault.code, fault.field);
  const { html } = bodyFromNotation(fields.body);
  if (html === '') return refused('body-empty', 'body');

  return tx(db, (t) => {
    if (id === null) {
      if (t.select().from(staticPages).where(eq(staticPages.slug, fields.slug)).get())
        return refused('slug-taken', 'slug');
      const made = t
        .insert(staticPages)
        .values({ ...fields, bodyHtml: html, position: lastPlaceIn(t, fields.menu), updatedAt: now })
        .returning()
        .get();
      appendAudit(t, { actor, verb: 'add-page', subject: `page:${made.id}`, after: fields, at: now });
      announce(t, { kind: 'page-changed', slug: made.slug, isInMenus: true }, now);
      return done({ id: made.id, version: made.version });
    }

    const former = t.select().from(staticPages).where(eq(staticPages.id, id)).get();
    if (!former) return refused('not-found');
    const { slug: _, ...changes } = fields;
    const position = former.menu === fields.menu ? former.position : lastPlaceIn(t, fields.menu);
    const { changes: written } = t
      .update(staticPages)
      .set({ ...changes, bodyHtml: html, position, updatedAt: now, version: basedOn + 1 })
      .where(and(eq(staticPages.id, id), eq(staticPages.version, basedOn)))
      .run();
    if (written === 0)
      return isAlreadyStored<object>(former, changes)
        ? done({ id, version: former.version })
        : refused('stale');
    const before = { title: former.title, body: former.body, menu: former.menu };
    appendAudit(t, { actor, verb: 'edit-page', subject: `page:${id}`, before, after: changes, at: now });
    const isInMenus = former.title !== fields.title || former.menu !== fields.menu;
    announce(t, { kind: 'page-changed', slug: former.slug, isInMenus }, now);
    return done({ id, version: basedOn + 1 });
  });
}

/** After everything that stands in that menu now. */
function lastPlaceIn(t: Tx, menu: PageFields['menu']): number {
  if (menu === 'none') return 0;
  const pages = t
    .select({ last: max(staticPages.position) })
    .from(staticPages)
    .where(eq(staticPages.menu, menu))
    .get();
  const items = t
    .select({ last: max(menuItems.position) })
    .from(menuItems)
    .where(eq(menuItems.menu, menu))
    .get();
  return Math.max(pages?.last ?? 0, items?.last ?? 0) + 1;
}
