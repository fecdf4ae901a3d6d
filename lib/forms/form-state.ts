/** The state of `useActionState`: the submitted values and the messages about them. */
export interface FormState {
  /** The fields as submitted, never passwords. */
  values: Readonly<Record<string, string>>;
  /** Field name → error message, in the reader's language. */
  errors: Readonly<Record<string, string>>;
  /** A message about the whole form, good or bad. */
  notice?: { kind: 'done' | 'refused'; text: string };
  /** There was no response, so the page has created this state itself. */
  isUnanswered?: boolean;
}

/** Whether some of the input was refused, at a field or as a whole. */
export function wasRefused({ notice, errors }: FormState): boolean {
  return notice?.kind === 'refused' || Object.keys(errors).length > 0;
}

export const untouched: FormState = { values: {}, errors: {} };

/** The same for a desk form whose record somebody else may have changed meanwhile. */
export interface DeskFormState extends FormState {
  /** Field name → a message with the stored value, where it differs from the submitted one. */
  theirs?: Readonly<Record<string, string>>;
  /** The version that the next save is based on: the saved one, or the newer one that is reported. */
  basedOn?: string;
}

/**
 * The version of a form's next submit. After a conflict it is the reported one; after an error the one it was typed
 * on, because a page rendered again for the error may contain a newer one that nobody has seen; else the page's.
 */
export function basisOf(state: DeskFormState, stored: string | number): string {
  const storedVersion = wasRefused(state) ? (state.basedOn ?? state.values.basedOn) : undefined;
  return storedVersion ?? String(stored);
}
