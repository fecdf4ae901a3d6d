'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import {
  type Caret,
  caretIn,
  inputFieldsOf,
  inputValue,
  isInputField,
  nameOf,
  restoreCaret,
  setValue,
} from './input-fields';

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
