import {
  draftFields,
  type LivePostDraft,
  removeDraft,
  restoredValue,
  textAfterSending,
  writeDraft,
} from './live-post-drafts';
import type { LivePostFormProps } from './live-post-form-props';

export const allFields = [...draftFields, 'pictureId', 'isKey', 'isPinned'] as const;

/** Fills in a draft where the form says something else; whether it did anywhere. */
export function restoreFields(form: HTMLFormElement, draft: LivePostDraft): boolean {
  let isChanged = false;
  for (const name of draftFields) {
    const field = textFieldIn(form, name);
    const text = draft[name];
    if (!field || text === undefined || text === field.value) continue;
    field.value = restoredValue(name, text, field);
    isChanged = true;
  }
  return isChanged;
}

interface DraftOptions {
  key: string;
  post: LivePostFormProps['post'];
  /** After a save from here the stored text is no longer the one that the page was rendered with. */
  wasEdited: boolean;
  nextKey: string | undefined;
}

/** Saves the form's texts on the device; removes the draft where there is nothing to save. */
export function saveDraftOf(form: HTMLFormElement, { key, post, wasEdited, nextKey }: DraftOptions): void {
  const data = new FormData(form);
  const texts = Object.fromEntries(draftFields.map((name) => [name, String(data.get(name) ?? '')]));
  const isAsStored = post !== null && !wasEdited && draftFields.every((name) => texts[name] === post[name]);
  if (isAsStored || Object.values(texts).every((text) => text.trim() === '')) removeDraft(key);
  else writeDraft(key, post ? texts : { ...texts, formKey: nextKey ?? String(data.get('formKey')) });
}

/** Empties the fields of what was published, except for what was typed or ticked since. */
export function clearSentFields(form: HTMLFormElement, data: FormData, sent: FormData): void {
  for (const name of draftFields) removeSentText(textFieldIn(form, name), String(sent.get(name) ?? ''));
  for (const name of ['isKey', 'isPinned']) {
    const box = form.elements.namedItem(name);
    if (box instanceof HTMLInputElement && data.get(name) === sent.get(name)) box.checked = false;
  }
}

function removeSentText(field: HTMLInputElement | HTMLTextAreaElement | null, sent: string): void {
  const after = field && textAfterSending(field.value, sent);
  if (!after) return;
  const [start, end] = [field.selectionStart, field.selectionEnd].map((at) =>
    Math.max(0, (at ?? 0) - after.removed),
  );
  field.value = after.rest;
  field.setSelectionRange(start ?? 0, end ?? 0);
}

function textFieldIn(form: HTMLFormElement, name: string): HTMLInputElement | HTMLTextAreaElement | null {
  const field = form.elements.namedItem(name);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}
