import type { FormState } from '@/lib/forms/form-state';

/** What the discussion's forms are answered. */
export interface CommentFormState extends FormState {
  /** Where a comment now stands that is visible to all. */
  written?: { id: number; rootId: number };
  /** The id of what this device has just written, held or visible. */
  own?: number;
  /** A letter to confirm the address is on its way. */
  isMailed?: boolean;
  liked?: { id: number; isOn: boolean };
  /** A sum for the sender's browser. */
  work?: string;
  /** Barred, and may say once why that is wrong. */
  mayAppeal?: boolean;
  /** The page's status, where it is not 200. */
  status?: number;
}

export type SubmitComment = (state: CommentFormState, form: FormData) => Promise<CommentFormState>;
