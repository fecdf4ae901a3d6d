import type { FormState } from './form-state';

/** What a change of many stories is answered: besides a sentence, each that it did not reach, and why. */
export interface BulkState extends FormState {
  /** The boxes that were ticked, to stand so again where nothing was done. */
  chosen?: readonly string[];
  refusals?: readonly { id: number; headline: string; sentence: string }[];
  /** By what the change is taken back. */
  undo?: number;
}
