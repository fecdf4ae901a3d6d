import type { FormState } from './form-state';

/** What the story's form is answered: besides what was typed, what it is now based on and what another has written. */
export interface StoryFormState extends FormState {
  /** The version to base the next save on. */
  basedOn?: number;
  /** The same of a live story's next version. */
  nextBasedOn?: number;
  /** What was typed on an older version, merged with what is saved now, to be looked through before it is saved. */
  merge?: MergeView;
  /** The draft whose text stands in `values` now, as `tab.stroke`. */
  taken?: string;
  /** What the form holds is stored: its page goes on as it is, and only says so. */
  isSaved?: boolean;
  /** What is saved is a merge and stands in `values`: the form takes it in beside what was typed since it was sent. */
  isMerged?: boolean;
  /** The story that has been made of a new one's form: its own page is next. */
  created?: { storyId: number; version: number };
  /** A text that was asked for was not put in: something was typed meanwhile. */
  isLeftAsTyped?: boolean;
  /** The picture of the body that keeps the story from its readers; `pictureId` null: it is not in the library. */
  undescribed?: { block: number; pictureId: number | null };
  /** Nobody is signed in any more: a link leads to the sign-in in a new tab. */
  isSignedOut?: boolean;
}

export interface MergeView {
  /** The saved version that it was merged with. */
  version: number;
  /** Who has written that one, in words. */
  by: string;
  /** `label`: what the field is called. */
  fields: readonly { field: string; label: string; stretches: readonly MergeViewPart[] }[];
}

/** As in lib/stories/versions/merge/merge-blocks.ts, in text. `chosen` is what was chosen before, if anything. */
export type MergeViewPart =
  | { from: 'both' | 'mine' | 'theirs'; text: string; was: string }
  | { from: 'conflict'; key: string; mine: string; theirs: string; chosen: string };
