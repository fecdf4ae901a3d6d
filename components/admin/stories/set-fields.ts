/** Sent to whatever holds a field's value elsewhere than in the field, as the body's editor does. */
export const FIELDS_SET = 'story:fields-set';

/** Asks the body's editor to take in what was saved of the body, and to leave what was typed since it was sent. */
export const BODY_MERGED = 'story:body-merged';

/** Two documents as JSON: as sent, and as saved. The editor sets `isTaken`. */
export interface BodyMerge {
  readonly was: string;
  readonly merged: string;
  isTaken: boolean;
}

/** Sent to the form when the body's editor has taken the plain text's place: the same text, in another field. */
export const BODY_READY = 'story:body-ready';

/**
 * Puts values into a story's form by the names of its fields, as if somebody had typed them: one `input` event each,
 * which bubbles. `bodyDoc` is a document as JSON; the editor, if there is one, shows it. Names without a field are
 * ignored.
 */
export function setFields(form: HTMLFormElement, values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) {
    const found = form.elements.namedItem(name);
    const fields = found instanceof RadioNodeList ? [...found] : found ? [found] : [];
    for (const field of fields) put(field, value);
  }
  form.dispatchEvent(new CustomEvent(FIELDS_SET, { detail: values }));
}

function put(field: Node, value: string): void {
  if (field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')) {
    const isChecked = field.type === 'radio' ? field.value === value : value.split(',').includes(field.value);
    if (field.checked === isChecked) return;
    field.checked = isChecked;
  } else if (
    field instanceof HTMLInputElement ||
    field instanceof HTMLTextAreaElement ||
    field instanceof HTMLSelectElement
  ) {
    if (field.value === value) return;
    field.value = value;
  }
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
