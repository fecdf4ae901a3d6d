import { getDb } from '@/db/client';
import { menusOfPages } from '@/db/queries/site/site';
import type { MenuName } from './menu-fields';

export interface MenuLink {
  label: string;
  href: string;
}

export type SiteMenus = Record<MenuName, readonly MenuLink[]>;

/** What stands in the menus of every page besides the sections. */
export async function readMenus(): Promise<SiteMenus> {
  const lines = await menusOfPages(getDb());
  const of = (name: MenuName) =>
    lines.filter(({ menu }) => menu === name).map(({ label, href }) => ({ label, href }));
  return { bar: of('bar'), more: of('more'), footer: of('footer') };
}
