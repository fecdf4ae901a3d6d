import type { AuditSubjectKind, AuditVerb } from '@/lib/audit/audit-verbs';
import { adsLabels } from './labels/ads';
import { auditLabels } from './labels/audit';
import { keepingLabels } from './labels/autosave';
import { deskLabels } from './labels/desk';
import { deviceLabels } from './labels/device';
import { discussionLabels } from './labels/discussion';
import { edgeLabels } from './labels/edge';
import { editorLabels } from './labels/editor';
import { feedsLabels } from './labels/feeds';
import { fillLabel } from './labels/fill';
import { formatsLabels } from './labels/formats';
import { formsLabels } from './labels/forms';
import { frontsLabels } from './labels/fronts';
import { identityLabels } from './labels/identity';
import { liteLabels } from './labels/lite';
import { lettersLabels } from './labels/mail';
import { mastheadLabels } from './labels/masthead';
import { mediaLabels } from './labels/media';
import { offlineLabels } from './labels/offline';
import { picturesLabels } from './labels/pictures';
import { placesLabels } from './labels/places';
import { readershipLabels } from './labels/readership';
import { searchLabels } from './labels/search';
import { settingsLabels } from './labels/settings';
import { sitePagesLabels } from './labels/site-pages';
import { storyLabels } from './labels/story';
import { storyDeskLabels } from './labels/story-desk';
import { storyListLabels } from './labels/story-list';
import { storyWorkLabels } from './labels/story-work';
import { talkLabels } from './labels/talk';
import { taxonomyLabels } from './labels/taxonomy';
import { tipsLabels } from './labels/tips';

interface Label {
  bn: string;
  en: string;
}
/** Sentences that the compiler asks for: one for each verb and each kind of thing in the audit. */
type RequiredKey = `audit.did.${AuditVerb}` | `audit.kind.${AuditSubjectKind}`;
type Catalogue = Readonly<Record<RequiredKey, Label> & Record<string, Label>>;

const catalogue = {
  ...talkLabels,
  ...lettersLabels,
  ...mastheadLabels,
  ...storyLabels,
  ...discussionLabels,
  ...feedsLabels,
  ...liteLabels,
  ...deviceLabels,
  ...offlineLabels,
  ...formatsLabels,
  ...formsLabels,
  ...searchLabels,
  ...readershipLabels,
  ...deskLabels,
  ...auditLabels,
  ...storyDeskLabels,
  ...storyListLabels,
  ...storyWorkLabels,
  ...editorLabels,
  ...picturesLabels,
  ...mediaLabels,
  ...placesLabels,
  ...edgeLabels,
  ...keepingLabels,
  ...frontsLabels,
  ...taxonomyLabels,
  ...settingsLabels,
  ...sitePagesLabels,
  ...tipsLabels,
  ...adsLabels,
  ...identityLabels,
} as const satisfies Catalogue;

export type LabelKey = keyof typeof catalogue;
/** `bn` is the default; `en` gives the labels of the theme that the newsroom came from. */
export type LabelSet = 'bn' | 'en';
export type Say = (key: LabelKey, values?: Readonly<Record<string, string | number>>) => string;

/**
 * The catalogue in one language, with the newsroom's own sentences over it. A number is written in that language's
 * digits and groups: ৫,০০০, ১,২৩,৪৫৬. A year or the number of a thing is a text.
 */
export function labelsIn(set: LabelSet, own: ReadonlyMap<string, string> = nothingOwn): Say {
  return (key, values) => {
    const sentence: string = own.get(key) ?? catalogue[key][set];
    return values ? fillLabel(sentence, values, set) : sentence;
  };
}

/** Some of the labels, as plain data that a page hands to the browser. */
export interface Words {
  set: LabelSet;
  of: Readonly<Partial<Record<LabelKey, string>>>;
}

/** Those labels whose key is one of these or, where one ends with a dot, begins with it. */
export function wordsIn(set: LabelSet, say: Say, wanted: readonly string[]): Words {
  const isWanted = (key: string) =>
    wanted.some((each) => (each.endsWith('.') ? key.startsWith(each) : key === each));
  return { set, of: Object.fromEntries(labelKeys.filter(isWanted).map((key) => [key, say(key)])) };
}

const nothingOwn: ReadonlyMap<string, string> = new Map();

/** Every key there is: for tests that hold a family of keys to a list of codes. */
export const labelKeys = Object.keys(catalogue) as LabelKey[];
