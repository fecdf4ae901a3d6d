import type { LabelSet } from './labels';
import { isAdsTxt, securityContacts } from './settings/machine-settings';

/** `full`: time to the second, weekday and date, as on the page that the site was modelled on; `short`: date and clock. */
export const publicationLines = ['full', 'short'] as const;
export type PublicationLine = (typeof publicationLines)[number];

/** The newsroom's choices, each with its default. Stored in the table `settings`, one row a key. */
export interface SiteSettings {
  siteName: string;
  labelSet: LabelSet;
  /** `revised2019` is official in Bangladesh; `academy1987` is what the old theme shows. */
  calendar: 'revised2019' | 'academy1987';
  /** How a story's page writes when it was published and corrected. */
  publicationLine: PublicationLine;
  /** For how many days after its publication a story takes comments, where neither it nor its section says. */
  commentsDays: number;
  /** Points of the spam filter: from here a comment must prove itself, is held, is put with the spam. */
  spamGreyFrom: number;
  spamHeldFrom: number;
  spamFrom: number;
  /** First comments appear at once if at most one bad one in so many is to be expected; 0: each waits for a moderator. */
  gateBudget: number;
  /** The hour in Dhaka at which the morning letter goes out, 0 to 23; 24: never. */
  letterHour: number;
  /** A comment from an address with an approved one before appears at once. */
  trustKnownCommenters: boolean;
  /** A story's page says how often it was read. */
  showViews: boolean;
  /** Feeds carry whole stories; else the standfirst. */
  feedFullText: boolean;
  /** Off: no ad is shown anywhere. */
  adsOn: boolean;
  /** The lines of /ads.txt: who may sell our places. Empty: there is no such file. */
  adsTxt: string;
  /** Whom to tell of a hole, for /.well-known/security.txt: an e-mail address or an https address; several by commas. */
  securityContact: string;
  /** The sentence under the name; `''`: the catalogue's. */
  tagline: string;
  /** Addresses of our own pages elsewhere; `''`: none, and no link is shown. */
  liveTvUrl: string;
  facebookUrl: string;
  youtubeUrl: string;
  xUrl: string;
  /** Editor, publisher, address, telephone: a line each, in every page's foot. */
  footerNote: string;
  /** Address, telephone and the like on the page for contact: a line each; and where it lies on a map. */
  contactLines: string;
  contactMapUrl: string;
  /** Pictures of the library, by number; 0: the name in letters, our own sign, a card without a picture. */
  logoId: number;
  logoDarkId: number;
  iconId: number;
  cardPictureId: number;
  /** What the icon's files are called before their size, as `saveIcons` has made them; `''`: our own sign. */
  iconFile: string;
  /** Sentences that say something else than the catalogue, a line each: `nav.home = প্রথম পাতা`. */
  labelOverrides: string;
  /** Names that stand for each other in the search, besides those that come with it, a group a line: `হাওর = haor`. */
  synonyms: string;
}

export type SettingKey = keyof SiteSettings;

export const defaultSettings: SiteSettings = {
  siteName: 'বার্তা',
  labelSet: 'bn',
  calendar: 'revised2019',
  publicationLine: 'full',
  commentsDays: 14,
  spamGreyFrom: 3,
  spamHeldFrom: 5,
  spamFrom: 9,
  gateBudget: 0,
  letterHour: 7,
  trustKnownCommenters: true,
  showViews: true,
  feedFullText: true,
  adsOn: true,
  adsTxt: '',
  securityContact: '',
  tagline: '',
  liveTvUrl: '',
  facebookUrl: '',
  youtubeUrl: '',
  xUrl: '',
  footerNote: '',
  contactLines: '',
  contactMapUrl: '',
  logoId: 0,
  logoDarkId: 0,
  iconId: 0,
  cardPictureId: 0,
  iconFile: '',
  labelOverrides: '',
  synonyms: '',
};

/** The settings that name a picture of the library. */
export const pictureSettings = ['logoId', 'logoDarkId', 'iconId', 'cardPictureId'] as const;
export type PictureSetting = (typeof pictureSettings)[number];

/** The longest text that a setting takes, in UTF-16 units. */
export const maxSettingLength = 4000;

/** Rows over defaults. An unknown key or a value of the wrong type is left aside, never thrown at a reader. */
export function settingsFrom(rows: readonly { key: string; value: unknown }[]): SiteSettings {
  const chosen = { ...defaultSettings } as Record<string, unknown>;
  for (const { key, value } of rows) {
    if (key in defaultSettings && isSetting(key as SettingKey, value)) chosen[key] = value;
  }
  return chosen as unknown as SiteSettings;
}

/** A century of days. */
const MOST = 36_525;

/** Is this a value that the setting can have? */
export function isSetting(key: SettingKey, value: unknown): boolean {
  if (key === 'labelSet') return value === 'bn' || value === 'en';
  if (key === 'calendar') return value === 'revised2019' || value === 'academy1987';
  if (key === 'publicationLine') return (publicationLines as readonly unknown[]).includes(value);
  if (key === 'letterHour') return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 24;
  if ((pictureSettings as readonly string[]).includes(key))
    return Number.isSafeInteger(value) && Number(value) >= 0;
  if (key === 'iconFile') return typeof value === 'string' && /^(?:[0-9a-f]{20})?$/.test(value);
  if (typeof defaultSettings[key] === 'number')
    return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST;
  if (typeof value !== typeof defaultSettings[key]) return false;
  if (typeof value === 'string' && value.length > maxSettingLength) return false;
  if (key === 'adsTxt') return isAdsTxt(String(value));
  if (key === 'securityContact') return securityContacts(String(value)) !== null;
  return !key.endsWith('Url') || value === '' || isWebAddress(String(value));
}

function isWebAddress(text: string): boolean {
  const url = text.length <= 500 ? URL.parse(text) : null;
  return url?.protocol === 'https:' || url?.protocol === 'http:';
}
