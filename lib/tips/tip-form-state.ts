import type { FormState } from '@/lib/forms/form-state';

/** What a reader's message or news is answered. */
export interface TipFormState extends FormState {
  /** Pictures that arrived though something else was wrong: carried along, so that they are not sent twice. */
  uploaded?: { field: string; count: number };
  /** The page's status, where it is not 200. */
  status?: number;
}

export type SubmitTip = (state: TipFormState, form: FormData) => Promise<TipFormState>;
