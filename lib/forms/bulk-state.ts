import type { FormState } from './form-state';

/** The response to a bulk change: a message, and each story that was not changed, with the reason. */
export interface BulkState extends FormState {
  /** The selected checkboxes, kept if nothing was done. */
  chosen?: readonly string[];
  refusals?: readonly { id: number; headline: string; sentence: string }[];
  /** Identifies the change for undo. */
  undo?: number;
}
