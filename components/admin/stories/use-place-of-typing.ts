'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Gives the caret back where it stood when the button that was pressed is gone with its answer, as the one below a
 * merge: who types on types where they wrote.
 */
export function usePlaceOfTyping(form: RefObject<HTMLFormElement | null>, answer: unknown): void {
  const place = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const here = form.current;
    const look = ({ target }: Event) => {
      if (target instanceof HTMLElement && target.matches(TYPED_INTO)) place.current = target;
    };
    here?.addEventListener('focusin', look);
    return () => here?.removeEventListener('focusin', look);
  }, [form]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each answer
  useLayoutEffect(() => {
    const isNowhere = document.activeElement === document.body || document.activeElement === null;
    if (isNowhere && place.current?.isConnected) place.current.focus();
  }, [answer]);
}

const TYPED_INTO =
  'fieldset.editor :is(input:not([type=checkbox], [type=radio], [type=file]), textarea, [contenteditable=true])';
