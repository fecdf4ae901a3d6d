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

export const untouched: FormState = { values: {}, errors: {} };

/** The same of a form of the desk that somebody else may have changed meanwhile. */
export interface DeskFormState extends FormState {
  /** A field's name → a sentence with what is stored there now, where that is not what was typed. */
  theirs?: Readonly<Record<string, string>>;
  /** The version that the next save is based on. */
  basedOn?: string;
}
