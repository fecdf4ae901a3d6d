import type { FormState } from './form-state';

/** The response to the queue's form when it was sent by script: the outcome for each comment. */
export interface ModerationState extends FormState {
  /** The id of what undo would revert; `''` if nothing. */
  batch?: string;
  /** With the current version and, after an undo, the state of each. */
  settled?: readonly { id: number; version: number; state?: string }[];
  /** Decisions that somebody else made first, with a message that names them. */
  late?: readonly { id: number; sentence: string }[];
  /** The current number of comments in each tab. */
  counts?: Readonly<Record<string, string>>;
}
