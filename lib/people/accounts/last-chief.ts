import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { type StaffRole, staff } from '@/db/schema';

/** Whether nobody could manage the staff any more without this member. */
export function isLastChief(
  t: Tx,
  member: { id: number; role: StaffRole; disabledAt: Date | null },
): boolean {
  if (member.role !== 'chief' || member.disabledAt) return false;
  const another = and(eq(staff.role, 'chief'), isNull(staff.disabledAt), ne(staff.id, member.id));
  return t.select().from(staff).where(another).get() === undefined;
}
