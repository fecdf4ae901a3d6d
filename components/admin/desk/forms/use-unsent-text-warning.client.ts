'use client';

import { type RefObject, useEffect } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/**
 * Asks for confirmation before the page is left while a text area holds unsent text. Single-line fields do not count:
 * they are quickly typed again.
 */
export function useUnsentTextWarning(form: RefObject<HTMLFormElement | null>, answer: FormState): void {
  useEffect(() => {
    // Refused text is the text area's default value, as if it had come with the page.
    const isRefused = answer.notice?.kind === 'refused' || Object.keys(answer.errors).length > 0;
    const ask = (event: BeforeUnloadEvent) => {
      const texts = [...(form.current?.querySelectorAll('textarea') ?? [])];
      if (texts.some((text) => text.value !== text.defaultValue || (isRefused && text.value.trim() !== '')))
        event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [form, answer]);
}
