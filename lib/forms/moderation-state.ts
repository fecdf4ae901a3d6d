import type { FormState } from './form-state';

/** What the queue's form is answered when it was sent in place: what became of each comment. */
export interface ModerationState extends FormState {
  /** What one undo would take back; `''` when there is nothing. */
  batch?: string;
  /** With the version, and after an undo the state, that each has now. */
  settled?: readonly { id: number; version: number; state?: string }[];
  /** What somebody else decided first, and a sentence that says who. */
  late?: readonly { id: number; sentence: string }[];
  /** How many stand in each tab now. */
  counts?: Readonly<Record<string, string>>;
}
