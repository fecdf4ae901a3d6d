import type { StaffRole } from '@/db/schema';

/** Whoever does a command. */
export type Actor =
  | { kind: 'staff'; id: number; name: string; role: StaffRole }
  | { kind: 'commenter'; id: number; name: string }
  | { kind: 'clock' | 'cli'; id: null; name: string };

export const theClock: Actor = { kind: 'clock', id: null, name: 'clock' };
export const theOperator: Actor = { kind: 'cli', id: null, name: 'cli' };
