/** What a server action answers to `useActionState`: what was typed, and what is to be said about it. */
export interface FormState {
  /** The fields as they were typed; passwords are never among them. */
  values: Readonly<Record<string, string>>;
  /** A field's name → the sentence that stands at it, in the reader's language. */
  errors: Readonly<Record<string, string>>;
  /** A sentence about the whole, good or bad. */
  notice?: { kind: 'done' | 'refused'; text: string };
  /** The answer never came, so the page itself has made this one. */
  isUnanswered?: boolean;
}

/** Something of what was sent was not done, and is said at its field or of the whole. */
export function wasRefused({ notice, errors }: FormState): boolean {
  return notice?.kind === 'refused' || Object.keys(errors).length > 0;
}

export const untouched: FormState = { values: {}, errors: {} };

/** The same of a form of the desk that somebody else may have changed meanwhile. */
export interface DeskFormState extends FormState {
  /** A field's name → a sentence with what is stored there now, where that is not what was typed. */
  theirs?: Readonly<Record<string, string>>;
  /** The version that the next save is based on: the one saved, or the one that is told of. */
  basedOn?: string;
}

/**
 * The version of a form's next send. After another's change it is the one told of; after a fault the one that it was typed
 * on, for a page drawn again to tell the fault knows a newer one that nobody has seen; else the page's.
 */
export function basisOf(state: DeskFormState, stored: string | number): string {
  const storedVersion = wasRefused(state) ? (state.basedOn ?? state.values.basedOn) : undefined;
  return storedVersion ?? String(stored);
}
