import type { StaffRole } from '@/db/schema';

/** A member of staff, as commands of the desk name them. */
export interface StaffMember {
  kind: 'staff';
  id: number;
  name: string;
  role: StaffRole;
}

/** Whoever does a command. A `visitor` is somebody of whom nothing is known: a failed sign-in is theirs. */
export type Actor =
  | StaffMember
  | { kind: 'commenter'; id: number; name: string }
  | { kind: 'clock' | 'cli' | 'visitor'; id: null; name: string };

export const theClock: Actor = { kind: 'clock', id: null, name: 'clock' };
export const theOperator: Actor = { kind: 'cli', id: null, name: 'cli' };
export const aVisitor: Actor = { kind: 'visitor', id: null, name: 'visitor' };
