import type { FormState } from './form-state';

/** What the rule's form is answered: besides what was typed, what the rule would have done. */
export interface RuleFormState extends FormState {
  preview?: {
    title: string;
    facts: readonly { term: string; value: string }[];
    /** `''` when nothing was met. */
    some: string;
    met: readonly {
      id: number;
      name: string;
      effect: string;
      state: string;
      parts: readonly { text: string; isMarked: boolean }[];
    }[];
  };
  /** Marks the very rule that was tried: only that one is saved. */
  tried?: string;
}
