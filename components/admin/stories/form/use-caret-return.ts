'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Gives the caret back to the field that it was in when the pressed button disappears with its answer, as the one below
 * a merge does: whoever types goes on where they were.
 */
export function useCaretReturn(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  const lastField = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const element = form.current;
    const remember = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.matches(TEXT_FIELDS)) lastField.current = target;
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [form]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useLayoutEffect(() => {
    const hasNoFocus = document.activeElement === document.body || document.activeElement === null;
    if (hasNoFocus && lastField.current?.isConnected) lastField.current.focus();
  }, [answer]);
}

const TEXT_FIELDS =
  'fieldset.editor :is(input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable=true])';
