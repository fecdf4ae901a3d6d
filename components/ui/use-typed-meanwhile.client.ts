'use client';

import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps what is typed into a form while its last sending is under way. React resets a form once its action has
 * answered, and a field whose stored value has changed is made anew: either would take away what was typed meanwhile.
 */
export function useTypedMeanwhile(form: RefObject<HTMLFormElement | null>, isSending: boolean): void {
  const typed = useRef(new Map<string, string>());
  const sending = useRef(isSending);

  useEffect(() => {
    const here = form.current;
    const listen = ({ target }: Event) => {
      if (!isTyped(target) || !(sending.current || typed.current.has(target.name))) return;
      typed.current.set(target.name, target.value);
    };
    here?.addEventListener('input', listen);
    return () => here?.removeEventListener('input', listen);
  }, [form]);

  // Each time anything is drawn: nothing but React changes a field without saying so.
  useLayoutEffect(() => {
    if (isSending && !sending.current) typed.current.clear();
    sending.current = isSending;
    for (const [name, text] of typed.current) {
      const field = form.current?.elements.namedItem(name) ?? null;
      if (!isTyped(field) || field.value === text) continue;
      field.value = text;
    }
  });
}

function isTyped(field: unknown): field is HTMLInputElement | HTMLTextAreaElement {
  if (field instanceof HTMLTextAreaElement) return true;
  return field instanceof HTMLInputElement && !/^(?:checkbox|radio|file|hidden)$/.test(field.type);
}
