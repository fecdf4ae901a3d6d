'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

type InputField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Caret {
  of: string;
  start: number | null;
  end: number | null;
}

/**
 * Keeps input that is made while a form is being submitted, and the caret. React resets a form once its action has
 * answered, and a field whose stored value changed is remounted: either would lose input made meanwhile. A field is
 * identified by its name, or by `data-typed-as` where the answer may bring it back under another name.
 * `keepsSubmitted`: the form edits something stored, so the submitted values stay in it too; otherwise the form is
 * emptied after a submit, except for input made meanwhile.
 */
export function usePreservedInput(
  form: RefObject<HTMLFormElement | null>,
  isSending: boolean,
  keepsSubmitted = false,
): void {
  const typed = useRef(new Map<string, string>());
  const sent = useRef(new Map<string, string>());
  const sending = useRef(isSending);
  const caret = useRef<Caret | null>(null);

  useTypedWhileSending(form, { typed, sending });
  useCaretMemory(form, caret);

  // After every render: only React changes a field without an input event.
  useLayoutEffect(() => {
    if (isSending && !sending.current) {
      sent.current = new Map(
        keepsSubmitted ? inputFieldsOf(form.current).map((field) => [nameOf(field), inputValue(field)]) : [],
      );
      typed.current = new Map(sent.current);
    }
    sending.current = isSending;
    // Fields that were not edited since the submit show the stored value, as the server normalised it.
    if (!isSending) {
      for (const [name, value] of sent.current)
        if (typed.current.get(name) === value) typed.current.delete(name);
      sent.current.clear();
    }
    if (typed.current.size > 0) {
      for (const field of inputFieldsOf(form.current)) setValue(field, typed.current.get(nameOf(field)));
    }
    restoreCaret(form.current, caret.current);
  });
}

/** Notes what is typed while the form is sent, and goes on noting the fields that it knows. */
function useTypedWhileSending(
  form: RefObject<HTMLFormElement | null>,
  { typed, sending }: { typed: RefObject<Map<string, string>>; sending: RefObject<boolean> },
): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const onInput = ({ target }: Event) => {
      if (!isInputField(target) || !(sending.current || typed.current.has(nameOf(target)))) return;
      if (target.type === 'radio') {
        for (const other of inputFieldsOf(element))
          if (other.name === target.name) typed.current.delete(nameOf(other));
      }
      typed.current.set(nameOf(target), inputValue(target));
    };
    element.addEventListener('input', onInput);
    return () => element.removeEventListener('input', onInput);
  }, [form, typed, sending]);
}

/** Remembers where the caret is in the form; null once it is elsewhere. */
function useCaretMemory(form: RefObject<HTMLFormElement | null>, caret: RefObject<Caret | null>): void {
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const listeners = new AbortController();
    const { signal } = listeners;
    const rememberCaret = ({ target }: Event) => {
      if (isInputField(target)) caret.current = caretIn(target);
    };
    for (const kind of ['input', 'focusin', 'keyup', 'pointerup', 'select'])
      element.addEventListener(kind, rememberCaret, { signal });
    element.addEventListener(
      'focusout',
      // A field that is removed from the page loses the focus as well, and must get it back.
      ({ target }) =>
        setTimeout(() => {
          const focused = document.activeElement;
          if (isInputField(focused) && focused.form === element) caret.current = caretIn(focused);
          else if (target instanceof Node && target.isConnected) caret.current = null;
        }),
      { signal },
    );
    return () => listeners.abort();
  }, [form, caret]);
}

function inputFieldsOf(form: HTMLFormElement | null): InputField[] {
  return [...(form?.elements ?? [])].filter(isInputField);
}

/** Checkboxes and radio buttons that share a name are separate fields. */
function nameOf(field: InputField): string {
  const name = field.dataset.typedAs ?? field.name;
  return isCheckable(field) ? `${name}=${field.value}` : name;
}

function inputValue(field: InputField): string {
  return isCheckable(field) ? String(field.checked) : field.value;
}

function setValue(field: InputField, value: string | undefined): void {
  if (value === undefined || inputValue(field) === value) return;
  if (isCheckable(field)) field.checked = value === 'true';
  else field.value = value;
  // The field may be inside a closed <details> now.
  const fold = field.closest('details');
  if (fold) fold.open = true;
}

/** A select, and some input types, have no caret that a script can read. */
function caretIn(field: InputField): Caret {
  const [start, end] =
    field instanceof HTMLSelectElement ? [null, null] : [field.selectionStart, field.selectionEnd];
  return { of: nameOf(field), start, end };
}

function restoreCaret(form: HTMLFormElement | null, caret: Caret | null): void {
  if (!caret || document.activeElement !== document.body) return;
  const field = inputFieldsOf(form).find((each) => nameOf(each) === caret.of);
  if (!field) return;
  field.focus({ preventScroll: true });
  if (field instanceof HTMLSelectElement || caret.start === null || field.selectionStart === null) return;
  field.setSelectionRange(caret.start, caret.end);
}

function isCheckable(field: InputField): field is HTMLInputElement {
  return field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio');
}

function isInputField(field: unknown): field is InputField {
  if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return true;
  return field instanceof HTMLInputElement && field.type !== 'file' && field.type !== 'hidden';
}
