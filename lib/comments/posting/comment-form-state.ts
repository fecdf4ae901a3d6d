import type { FormState } from '@/lib/forms/form-state';

/** What the discussion's forms are answered where they do not lead on, as in `outcome-url.ts`. */
export interface CommentFormState extends FormState {
  /** A sum for the sender's browser. */
  challenge?: string;
  /** The module that does it, as the build named it. */
  proof?: string | undefined;
  /** Barred, and may say once why that is wrong. */
  mayAppeal?: boolean;
  /** The page's status, where it is not 200. */
  status?: number;
}

export type SubmitComment = (state: CommentFormState, form: FormData) => Promise<CommentFormState>;

/** A comment that a form is about, with how it begins: the comment itself stands far above, or on another page. */
export interface Meant {
  id: number;
  name: string;
  words: string;
}
