import type { FormState } from '@/lib/forms/form-state';

/** The comment form's answer; `written` says where a comment now stands that is visible to all. */
export interface CommentFormState extends FormState {
  written?: { id: number; rootId: number };
}

export type SubmitComment = (state: CommentFormState, form: FormData) => Promise<CommentFormState>;
