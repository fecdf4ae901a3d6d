import type { AuditSubjectKind, AuditVerb } from '@/lib/audit/audit-verbs';
import { adsLabels } from './labels/desk/ads';
import { auditLabels } from './labels/desk/audit';
import { deskLabels } from './labels/desk/desk';
import { formatsLabels } from './labels/desk/formats';
import { frontsLabels } from './labels/desk/fronts';
import { identityLabels } from './labels/desk/identity';
import { mediaLabels } from './labels/desk/media';
import { picturesLabels } from './labels/desk/pictures';
import { readershipLabels } from './labels/desk/readership';
import { settingsLabels } from './labels/desk/settings';
import { sitePagesLabels } from './labels/desk/site-pages';
import { taxonomyLabels } from './labels/desk/taxonomy';
import { edgeLabels } from './labels/edge';
import { fillLabel } from './labels/fill';
import { formsLabels } from './labels/forms';
import { mailLabels } from './labels/mail';
import { commentActionLabels } from './labels/reader/comment-actions';
import { deviceLabels } from './labels/reader/device';
import { discussionLabels } from './labels/reader/discussion';
import { feedsLabels } from './labels/reader/feeds';
import { liteLabels } from './labels/reader/lite';
import { mastheadLabels } from './labels/reader/masthead';
import { offlineLabels } from './labels/reader/offline';
import { placesLabels } from './labels/reader/places';
import { searchLabels } from './labels/reader/search';
import { storyLabels } from './labels/reader/story';
import { tipsLabels } from './labels/reader/tips';
import { editorLabels } from './labels/stories/editor';
import { storyDeskLabels } from './labels/stories/story-desk';
import { storyListLabels } from './labels/stories/story-list';
import { storyWorkLabels } from './labels/stories/story-work';
import { versionsLabels } from './labels/stories/versions';

interface Label {
  bn: string;
  en: string;
}
/** Sentences that the compiler asks for: one for each verb and each kind of thing in the audit. */
type RequiredKey = `audit.did.${AuditVerb}` | `audit.kind.${AuditSubjectKind}`;
type Catalogue = Readonly<Record<RequiredKey, Label> & Record<string, Label>>;

const catalogue = {
  ...commentActionLabels,
  ...mailLabels,
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
  ...versionsLabels,
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
