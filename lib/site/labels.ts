import { toBengaliDigits } from '@/lib/bengali/digits';
import { deskLabels } from './labels/desk';
import { discussionLabels } from './labels/discussion';
import { doorLabels } from './labels/door';
import { feedsLabels } from './labels/feeds';
import { formsLabels } from './labels/forms';
import { liteLabels } from './labels/lite';
import { mastheadLabels } from './labels/masthead';
import { searchLabels } from './labels/search';
import { storyLabels } from './labels/story';
import { storyDeskLabels } from './labels/story-desk';

const catalogue = {
  ...mastheadLabels,
  ...storyLabels,
  ...discussionLabels,
  ...feedsLabels,
  ...liteLabels,
  ...formsLabels,
  ...searchLabels,
  ...deskLabels,
  ...storyDeskLabels,
  ...doorLabels,
} as const;

export type LabelKey = keyof typeof catalogue;
/** `bn` is the default; `en` gives the labels of the theme that the newsroom came from. */
export type LabelSet = 'bn' | 'en';
export type Say = (key: LabelKey, values?: Readonly<Record<string, string | number>>) => string;

/** The catalogue in one language. A number is written in that language's digits. */
export function labelsIn(set: LabelSet): Say {
  return (key, values) => {
    const sentence: string = catalogue[key][set];
    if (!values) return sentence;
    return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
      const value = values[name];
      if (value === undefined) return placeholder;
      return typeof value === 'number' && set === 'bn' ? toBengaliDigits(value) : String(value);
    });
  };
}

/** Every key there is: for tests that hold a family of keys to a list of codes. */
export const labelKeys = Object.keys(catalogue) as LabelKey[];
