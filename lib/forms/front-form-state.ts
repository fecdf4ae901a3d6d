import type { FormState } from './form-state';

/** The response to a front's form: messages and the current board. */
export interface FrontFormState extends FormState {
  board?: Board;
  /** Where the focus goes: the target slot and the button. */
  focus?: { place: string; button: string };
  /** Somebody else has saved a newer version: this number allows to overwrite it. */
  newer?: number;
}

/** A front as its board shows it: all texts, dates and numbers already localised. */
export interface Board {
  slug: string;
  /** The version for the next save. */
  version: number;
  /** The arrangement as JSON, carried through the form: the typed fields are applied to it. */
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
  /** The head of the home front keeps its layout and position. */
  isFixed: boolean;
  slots: readonly FrontSlotView[];
}

export interface FrontSlotView {
  /** As in `top 0`: container and slot from 0. */
  place: string;
  name: string;
  from: string;
  /** Null: no story is available for it. */
  story: { id: number; headline: string; about: string; picture: string } | null;
  isPinned: boolean;
  /**
   * The pinned story's id, also where the pin has no effect: its headline and time belong to it wherever it moves.
   */
  pin: number | null;
  /** The pin without effect, and why. */
  trouble: string;
  headline: string;
  until: string;
  untilWords: string;
}
