export type InputField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** Where the caret is: in which field, and around which selection. */
export interface Caret {
  of: string;
  start: number | null;
  end: number | null;
}

export function inputFieldsOf(form: HTMLFormElement | null): InputField[] {
  return [...(form?.elements ?? [])].filter(isInputField);
}

/** Checkboxes and radio buttons that share a name are separate fields. */
export function nameOf(field: InputField): string {
  const name = field.dataset.typedAs ?? field.name;
  return isCheckable(field) ? `${name}=${field.value}` : name;
}

export function inputValue(field: InputField): string {
  return isCheckable(field) ? String(field.checked) : field.value;
}

export function setValue(field: InputField, value: string | undefined): void {
  if (value === undefined || inputValue(field) === value) return;
  if (isCheckable(field)) field.checked = value === 'true';
  else field.value = value;
  // The field may be inside a closed <details> now.
  const fold = field.closest('details');
  if (fold) fold.open = true;
}

/** A select, and some input types, have no caret that a script can read. */
export function caretIn(field: InputField): Caret {
  const [start, end] =
    field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return { of: nameOf(field), start, end };
}

export function restoreCaret(form: HTMLFormElement | null, caret: Caret | null): void {
  if (!caret || document.activeElement !== document.body) return;
  const field = inputFieldsOf(form).find((each) => nameOf(each) === caret.of);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (field instanceof HTMLSelectElement || caret.start === null || field.selectionStart === null) return;
  field.setSelectionRange(caret.start, caret.end);
}

export function isCheckable(field: InputField): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

export function isInputField(field: unknown): field is InputField {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return true;
  return field instanceof HTMLInputElement && field.type !== 'file' && field.type !== 'hidden';
}
