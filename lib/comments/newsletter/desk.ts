import { getDb } from '@/db/client';
import { letterCounts } from '@/db/queries/discussion/mail';
import { letterReadersCount } from '@/db/queries/discussion/newsletter-readers';
import { requireStaff } from '@/lib/people/require-staff';

const A_WEEK = 7 * 86_400_000;

/** How many addresses the export would hold, and how the post has been going for a week. */
export async function deskNewsletter() {
  await requireStaff('export-letter', '/admin/comments/letter');
  const db = getDb();
  const [readers, mailState] = await Promise.all([
    letterReadersCount(db),
    letterCounts(db, new Date(Date.now() - A_WEEK)),
  ]);
  return { readers, mailState };
}
