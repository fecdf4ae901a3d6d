import type { SettingKey } from './settings';

/** How a setting is typed; `elsewhere`: on a page of its own. Its label is `setting.<key>`, its hint, if it has one, `setting.<key>Hint`. */
export type SettingForm = 'elsewhere' | 'line' | 'lines' | 'tick' | 'url' | 'number' | readonly string[];

/** Every setting has its place in the form of settings: the compiler asks for it. */
export const settingForms: Record<SettingKey, SettingForm> = {
  siteName: 'line',
  tagline: 'line',
  labelSet: ['bn', 'en'],
  calendar: ['revised2019', 'academy1987'],
  trustKnownCommenters: 'tick',
  commentsDays: 'number',
  spamGreyFrom: 'number',
  spamHeldFrom: 'number',
  spamFrom: 'number',
  letterHour: 'number',
  liveTvUrl: 'url',
  facebookUrl: 'url',
  youtubeUrl: 'url',
  xUrl: 'url',
  footerNote: 'lines',
  showViews: 'tick',
  contactLines: 'lines',
  contactMapUrl: 'url',
  feedFullText: 'tick',
  adsOn: 'tick',
  adsTxt: 'lines',
  securityContact: 'line',
  labelOverrides: 'lines',
  synonyms: 'lines',
  logoId: 'elsewhere',
  logoDarkId: 'elsewhere',
  iconId: 'elsewhere',
  cardPictureId: 'elsewhere',
  iconFile: 'elsewhere',
};
