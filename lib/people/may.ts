import { type StaffRole, staffRoles } from '@/db/schema';
import type { Actor } from './actor';

/** What can be asked of the newsroom, by name. */
export type Permission =
  | 'enter-desk'
  | 'write-story'
  | 'edit-any-story'
  | 'publish-story'
  | 'keep-picture'
  | 'edit-any-picture'
  | 'moderate'
  | 'export-letter'
  | 'manage-staff'
  | 'curate'
  | 'handle-tips'
  | 'erase-tip'
  | 'manage-ads'
  | 'read-audit'
  | 'read-audience'
  | 'change-settings';

const EVERYONE = staffRoles;

/** The one table of who may do what. A reporter writes and files their own; an editor publishes. */
export const rolesByPermission: Record<Permission, readonly StaffRole[]> = {
  'enter-desk': EVERYONE,
  'write-story': ['reporter', 'editor', 'chief'],
  'edit-any-story': ['editor', 'chief'],
  'publish-story': ['editor', 'chief'],
  // Whoever writes sends pictures in, and may mend their own until readers see them.
  'keep-picture': ['reporter', 'editor', 'chief'],
  'edit-any-picture': ['editor', 'chief'],
  moderate: ['moderator', 'editor', 'chief'],
  'export-letter': ['chief'],
  'manage-staff': ['chief'],
  /** Sections, topics and bylines. */
  curate: ['editor', 'chief'],
  // A reader's phone number stands in a tip: for those who go out and ask.
  'handle-tips': ['reporter', 'editor', 'chief'],
  'erase-tip': ['editor', 'chief'],
  'manage-ads': ['chief'],
  'read-audit': ['chief'],
  'read-audience': ['editor', 'chief'],
  'change-settings': ['chief'],
};

/** The clock and the operator's CLI act for the house; a commenter may nothing of this. */
export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'clock' || actor.kind === 'cli') return true;
  return actor.kind === 'staff' && rolesByPermission[permission].includes(actor.role);
}
