import { getDb } from '@/db/client';
import { letterReadersCount } from '@/db/queries/letter-readers';
import { requireStaff } from '@/lib/people/require-staff';

/** How many addresses the export would hold. */
export async function deskLetter() {
  await requireStaff('export-letter', '/admin/comments/letter');
  return letterReadersCount(getDb());
}
