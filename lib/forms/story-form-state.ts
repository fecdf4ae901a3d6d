import type { FormState } from './form-state';

/** The response to the story's form: the input, its new base, and what somebody else has written. */
export interface StoryFormState extends FormState {
  /** The version that the next save is based on. */
  basedOn?: number;
  /** The same of a live story's next version. */
  nextBasedOn?: number;
  /** What was typed on an older version, merged with the saved one, to be reviewed before saving. */
  merge?: MergeView;
  /** The draft whose text is now in `values`, as `tab.stroke`. */
  taken?: string;
  /** The form's content is saved: the page stays as it is and only reports it. */
  isSaved?: boolean;
  /** A merge was saved and is in `values`: the form applies it beside what was typed since the submit. */
  isMerged?: boolean;
  /** The story created from a new story's form: continue on its page. */
  created?: { storyId: number; version: number };
  /** A requested text was not inserted, because something was typed meanwhile. */
  keepsInput?: boolean;
  /** The picture in the body that prevents publication; `pictureId` null: it is not in the library. */
  undescribed?: { block: number; pictureId: number | null };
  /** The session has ended: a link opens the sign-in in a new tab. */
  isSignedOut?: boolean;
}

export interface MergeView {
  /** The saved version that it was merged with. */
  version: number;
  /** Who has written that one, as text. */
  by: string;
  /** `label`: the field's name. */
  fields: readonly { field: string; label: string; stretches: readonly MergeViewPart[] }[];
}

/** As in lib/stories/versions/merge/merge-blocks.ts, as text. `chosen` is the earlier choice, if any. */
export type MergeViewPart =
  | { from: 'both' | 'mine' | 'theirs'; text: string; was: string }
  | { from: 'conflict'; key: string; mine: string; theirs: string; chosen: string };
