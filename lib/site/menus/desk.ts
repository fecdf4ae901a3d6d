import { getDb } from '@/db/client';
import { menuItemById, menuLines } from '@/db/queries/site/site';
import { requireStaff } from '@/lib/people/require-staff';
import { menuNames } from './menu-fields';
import { nameOf } from './move-menu-line';

/** The three menus in their order, and the line that is being edited. */
export async function deskMenus(editing: number | null) {
  await requireStaff('curate', '/admin/menus');
  const db = getDb();
  const lines = menuLines(db).map((line) => ({ ...line, name: nameOf(line) }));
  return {
    menus: menuNames.map((name) => ({ name, lines: lines.filter(({ menu }) => menu === name) })),
    edited: editing === null ? null : ((await menuItemById(db, editing)) ?? null),
  };
}
