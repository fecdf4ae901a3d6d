import { getDb } from '@/db/client';
import { appealsWaiting, type BanListKind, bansListed } from '@/db/queries/discussion/bans';
import { idIn } from '@/lib/forms/read-form';
import { requireStaff } from '@/lib/people/require-staff';

const LISTED = 50;
const MOST_COUNTED = 100;
export const banTabs = ['standing', 'appealed', 'over'] as const satisfies BanListKind[];

export type DeskBan = Awaited<ReturnType<typeof deskBans>>['bans'][number];

/** Who is barred, whose appeal waits, and what is over; the latest first. */
export async function deskBans(query: BanListKind, before: string, now = new Date()) {
  await requireStaff('moderate', '/admin/comments/bans');
  const db = getDb();
  const rows = await bansListed(db, query, idIn(before) ?? Number.MAX_SAFE_INTEGER, LISTED + 1, now);
  const page = rows.slice(0, LISTED);
  return {
    bans: page,
    appeals: await appealsWaiting(db, now, MOST_COUNTED),
    olderBefore: rows.length > LISTED ? String(page.at(-1)?.id ?? '') : '',
  };
}

/** How many appeals wait, for the way to them. */
export async function deskAppeals(now = new Date()): Promise<number> {
  await requireStaff('moderate', '/admin/comments');
  return appealsWaiting(getDb(), now, MOST_COUNTED);
}
