import type { StaffRole } from '@/db/schema';
import type { SiteSettings } from '@/lib/site/settings';

const settingByRole = {
  reporter: 'secondFactorReporters',
  editor: 'secondFactorEditors',
  moderator: 'secondFactorModerators',
  chief: 'secondFactorChiefs',
} as const satisfies Record<StaffRole, keyof SiteSettings>;

/** Whether the newsroom asks this role for a second factor. */
export function needsSecondFactor(settings: SiteSettings, role: StaffRole): boolean {
  return settings[settingByRole[role]];
}
