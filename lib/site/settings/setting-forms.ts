import { fromBengaliDigits, toBengaliDigits } from '@barta/bengali/digits';
import { publicationLines, type SettingKey } from '../settings';

/** How a setting is typed; `elsewhere`: on a page of its own. Its label is `setting.<key>`, its hint, if it has one, `setting.<key>Hint`. */
export type SettingForm = 'elsewhere' | 'line' | 'lines' | 'tick' | 'url' | 'number' | readonly string[];

/** Every setting has its place in the form of settings, in this order: the compiler asks for it. */
export const settingForms: Record<SettingKey, SettingForm> = {
  siteName: 'line',
  tagline: 'line',
  labelSet: ['bn', 'en'],
  calendar: ['revised2019', 'academy1987'],
  publicationLine: publicationLines,
  footerNote: 'lines',
  contactLines: 'lines',
  contactMapUrl: 'url',
  facebookUrl: 'url',
  youtubeUrl: 'url',
  xUrl: 'url',
  liveTvUrl: 'url',
  showViews: 'tick',
  feedFullText: 'tick',
  letterHour: 'number',
  trustKnownCommenters: 'tick',
  commentsDays: 'number',
  spamGreyFrom: 'number',
  spamHeldFrom: 'number',
  spamFrom: 'number',
  gateBudget: 'number',
  adsOn: 'tick',
  adsTxt: 'lines',
  labelOverrides: 'lines',
  synonyms: 'lines',
  securityContact: 'line',
  logoId: 'elsewhere',
  logoDarkId: 'elsewhere',
  iconId: 'elsewhere',
  cardPictureId: 'elsewhere',
  iconFile: 'elsewhere',
};

/** The parts of the form, each by the setting that it begins with. */
export const settingParts = {
  siteName: 'settings.part.site',
  contactLines: 'settings.part.contact',
  showViews: 'settings.part.readers',
  trustKnownCommenters: 'settings.part.comments',
  adsOn: 'settings.part.ads',
  labelOverrides: 'settings.part.words',
} as const satisfies Partial<Record<SettingKey, string>>;

/** A setting as its field shows it. */
export function settingFieldValue(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : '';
  return typeof value === 'number' ? toBengaliDigits(value) : value;
}

/** What a field says; null where a number is none. */
export function parseSettingField(form: SettingForm, sent: string): string | number | boolean | null {
  if (form === 'tick') return sent === 'on';
  if (form !== 'number') return sent;
  const digits = fromBengaliDigits(sent);
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null;
}
