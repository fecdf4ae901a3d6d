import type { FormState } from './form-state';

/** The response to the rule form: the input, and what the rule would have matched. */
export interface RuleFormState extends FormState {
  preview?: {
    title: string;
    facts: readonly { term: string; value: string }[];
    /** `''` if nothing was matched. */
    some: string;
    met: readonly {
      id: number;
      name: string;
      effect: string;
      state: string;
      parts: readonly { text: string; isMarked: boolean }[];
    }[];
  };
  /** Identifies the rule that was tested: only that one can be saved. */
  tried?: string;
}
