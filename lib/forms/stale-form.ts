import type { DeskFormState } from './form-state';

interface StaleFormInput {
  /** The fields as submitted. */
  values: Record<string, string>;
  /** The same fields as they are stored now. */
  stored: Readonly<Record<string, string>>;
  /** The stored version. */
  version: number;
  notice: string;
  /** The message below a field, as in `Now stored: …`. */
  storedText(text: string): string;
}

/**
 * Conflict: somebody else saved first. Their values are shown at each field beside the submitted ones, and nothing is
 * lost.
 */
export function staleForm({ values, stored, version, notice, storedText }: StaleFormInput): DeskFormState {
  const differing = Object.entries(stored).filter(([name, text]) => text !== (values[name] ?? ''));
  return {
    values,
    errors: {},
    notice: { kind: 'refused', text: notice },
    theirs: Object.fromEntries(differing.map(([name, text]) => [name, storedText(text)])),
    basedOn: String(version),
  };
}

/** Saved. `version`: the new one, so that a second click does not conflict with one's own change. */
export function savedForm(text: string, version?: number | string): DeskFormState {
  const saved: DeskFormState = { values: {}, errors: {}, notice: { kind: 'done', text } };
  return version === undefined ? saved : { ...saved, basedOn: String(version) };
}

/** A refusal at its field; without one, above the form. */
export function refusedForm(
  values: Record<string, string>,
  text: string,
  field: string | undefined,
): DeskFormState {
  if (field === undefined) return { values, errors: {}, notice: { kind: 'refused', text } };
  return { values, errors: { [field]: text } };
}
