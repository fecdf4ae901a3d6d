import type { FormState } from './form-state';

/** What the desk of a live story is answered: what was done, and the version that a post has by now. */
export interface LiveFormState extends FormState {
  did?: 'post' | 'edit' | 'remove' | 'end' | 'resume';
  basedOn?: string;
  /** For the next post of the form that stays on the screen. */
  formKey?: string;
}
