import { type StaffRole, staffRoles } from '@/db/schema';

export function roleIn(text: string): StaffRole | null {
  return staffRoles.find((role) => role === text) ?? null;
}
