import type { FormState } from './form-state';

/** What the form of a front is answered: beside its words, the board as it is now. */
export interface FrontFormState extends FormState {
  board?: Board;
  /** Where the focus goes: the place that was moved to, and the button that did it. */
  focus?: { place: string; button: string };
  /** Another has saved a newer version: ours can be saved over it by this number. */
  newer?: number;
}

/** A front as its board shows it: every word, date and number in the reader's language already. */
export interface Board {
  slug: string;
  /** To base the next save on. */
  version: number;
  /** The arrangement as JSON, carried through the form: what is typed is laid over it. */
  arrangement: string;
  hasDraft: boolean;
  pending: string;
  saved: string;
  zones: readonly FrontZone[];
  editions: readonly { number: number; text: string; isLive: boolean }[];
}

export interface FrontZone {
  id: string;
  name: string;
  title: string;
  layout: string;
  /** The head of the home front keeps its layout and its place. */
  isFixed: boolean;
  slots: readonly FrontSlotView[];
}

export interface FrontSlotView {
  /** As in `top 0`: container and slot from 0. */
  place: string;
  name: string;
  from: string;
  /** Null: nothing is to be had for it. */
  story: { id: number; headline: string; about: string; picture: string } | null;
  isPinned: boolean;
  /** The pinned story's id, also where the pin does not hold: its headline and time are its own, wherever it goes. */
  pin: number | null;
  /** The pin that does not hold, and why. */
  trouble: string;
  headline: string;
  until: string;
  untilWords: string;
}
