import type { FormState } from './form-state';

/** The response to a live story's form: the outcome, and the post's current version. */
export interface LiveFormState extends FormState {
  did?: 'post' | 'edit' | 'remove' | 'end' | 'resume';
  basedOn?: string;
  /** For the next post from the same form. */
  formKey?: string;
}
