import { asc, eq, ne, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/sqlite-core';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { menuItems, staticPages } from '@/db/schema';

/** Every page that is no story, without its body; a dozen rows, by name of the menu and place in it. */
export async function allStaticPages(db: ReadDb) {
  return db
    .select({
      id: staticPages.id,
      slug: staticPages.slug,
      title: staticPages.title,
      menu: staticPages.menu,
      position: staticPages.position,
      updatedAt: staticPages.updatedAt,
    })
    .from(staticPages)
    .orderBy(asc(staticPages.menu), asc(staticPages.position), asc(staticPages.id))
    .all();
}

export async function staticPageById(db: ReadDb, id: number) {
  return db.select().from(staticPages).where(eq(staticPages.id, id)).get();
}

export const staticPageBySlug = cachedUntilCommit(async (db: ReadDb, slug: string) =>
  db.select().from(staticPages).where(eq(staticPages.slug, slug)).get(),
);

export async function menuItemById(db: ReadDb, id: number) {
  return db.select().from(menuItems).where(eq(menuItems.id, id)).get();
}

export type MenuLineRow = ReturnType<typeof menuLines>[number];

/**
 * What stands in the menus besides the sections, in its order: the lines that were typed, and the pages that name
 * a menu. One question for both, also inside a transaction.
 */
export const menuLines = (t: ReadDb) => linesIn(t).all();

function linesIn(t: ReadDb) {
  const items = t
    .select({
      kind: sql<'item' | 'page'>`'item'`.as('kind'),
      id: menuItems.id,
      menu: sql<'bar' | 'more' | 'footer'>`${menuItems.menu}`.as('menu'),
      label: sql<string>`${menuItems.label}`.as('label'),
      href: sql<string>`${menuItems.href}`.as('href'),
      position: sql<number>`${menuItems.position}`.as('position'),
    })
    .from(menuItems);
  const pages = t
    .select({
      kind: sql<'item' | 'page'>`'page'`.as('kind'),
      id: staticPages.id,
      menu: sql<'bar' | 'more' | 'footer'>`${staticPages.menu}`.as('menu'),
      label: sql<string>`${staticPages.title}`.as('label'),
      href: sql<string>`'/page/' || ${staticPages.slug}`.as('href'),
      position: sql<number>`${staticPages.position}`.as('position'),
    })
    .from(staticPages)
    .where(ne(staticPages.menu, 'none'));
  return unionAll(items, pages).orderBy(sql`menu, position, kind, id`);
}

/** The same for the frame of every page. */
export const menusOfPages = cachedUntilCommit(async (db: ReadDb) => linesOfPages(db).all());

const linesOfPages = preparedQuery((db) => linesIn(db).prepare());
