import type { FormState } from '@/lib/forms/form-state';

export function doneWith(text: string): FormState {
  return { values: {}, errors: {}, notice: { kind: 'done', text } };
}

export function refusedWith(text: string): FormState {
  return { values: {}, errors: {}, notice: { kind: 'refused', text } };
}

export function wrongAt(field: string, sentence: string): FormState {
  return { values: {}, errors: { [field]: sentence } };
}
