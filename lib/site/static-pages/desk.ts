import { getDb } from '@/db/client';
import { allStaticPages, staticPageById } from '@/db/queries/site/site';
import { requireStaff } from '@/lib/people/require-staff';

export async function deskPages() {
  await requireStaff('curate', '/admin/pages');
  return allStaticPages(getDb());
}

/** One page to edit; null if there is none. `null` asked: the form for a new one. */
export async function deskPage(id: number | null) {
  await requireStaff('curate', id === null ? '/admin/pages/new' : `/admin/pages/${id}`);
  return id === null ? null : ((await staticPageById(getDb(), id)) ?? null);
}
