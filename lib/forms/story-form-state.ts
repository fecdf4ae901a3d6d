import type { FormState } from './form-state';

/** What the story's form is answered: besides what was typed, what it is now based on and what another has written. */
export interface StoryFormState extends FormState {
  /** The version to base the next save on. */
  basedOn?: number;
  /** The story as another has saved it meanwhile, field by field, where it differs from what was typed. */
  theirs?: Readonly<Record<string, string>>;
  /** Nobody is signed in any more: a link leads to the sign-in in a new tab. */
  isSignedOut?: boolean;
}
