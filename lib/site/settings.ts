import type { LabelSet } from './labels';
import { isAdsTxt, securityContacts } from './machine-settings';

/** The newsroom's choices, each with its default. Stored in the table `settings`, one row a key. */
export interface SiteSettings {
  siteName: string;
  labelSet: LabelSet;
  /** `revised2019` is official in Bangladesh; `academy1987` is what the old theme shows. */
  calendar: 'revised2019' | 'academy1987';
  /** A comment from an address with an approved one before appears at once. */
  trustKnownCommenters: boolean;
  /** Feeds carry whole stories; else the standfirst. */
  feedFullText: boolean;
  /** The lines of /ads.txt: who may sell our places. Empty: there is no such file. */
  adsTxt: string;
  /** Whom to tell of a hole, for /.well-known/security.txt: an e-mail address or an https address; several by commas. */
  securityContact: string;
}

export type SettingKey = keyof SiteSettings;

export const defaultSettings: SiteSettings = {
  siteName: 'বার্তা',
  labelSet: 'bn',
  calendar: 'revised2019',
  trustKnownCommenters: true,
  feedFullText: true,
  adsTxt: '',
  securityContact: '',
};

/** Rows over defaults. An unknown key or a value of the wrong type is left aside, never thrown at a reader. */
export function settingsFrom(rows: readonly { key: string; value: unknown }[]): SiteSettings {
  const chosen = { ...defaultSettings } as Record<string, unknown>;
  for (const { key, value } of rows) {
    if (key in defaultSettings && isSetting(key as SettingKey, value)) chosen[key] = value;
  }
  return chosen as unknown as SiteSettings;
}

/** Is this a value that the setting can have? */
export function isSetting(key: SettingKey, value: unknown): boolean {
  if (key === 'labelSet') return value === 'bn' || value === 'en';
  if (key === 'calendar') return value === 'revised2019' || value === 'academy1987';
  if (key === 'adsTxt') return typeof value === 'string' && isAdsTxt(value);
  if (key === 'securityContact') return typeof value === 'string' && securityContacts(value) !== null;
  return typeof value === typeof defaultSettings[key];
}
