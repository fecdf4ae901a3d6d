import type { Editor } from '@tiptap/core';
import type { Finding } from './find-problems';

/** Puts the caret where a finding is: into a field of the form, or into the text. */
export function goToFinding(
  { at, what }: Finding,
  editor: Editor,
  form: HTMLFormElement | null | undefined,
): void {
  if ('field' in at) {
    const field = form?.elements.namedItem(at.field);
    if (!(field instanceof HTMLElement)) return;
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    return;
  }
  const block = what === 'editor.altMissing' ? editor.view.nodeDOM(at.from) : null;
  const emptyField =
    block instanceof HTMLElement ? block.querySelector<HTMLElement>('[aria-invalid="true"]') : null;
  if (emptyField) emptyField.focus();
  else editor.chain().focus().setTextSelection(at).scrollIntoView().run();
}
