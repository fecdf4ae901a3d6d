'use client';

import { type RefObject, useEffect } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/**
 * Asks before the page is left while a form holds a text that was typed and not sent. Only what is written over lines:
 * a line is soon typed again, and nobody is to be asked for one.
 */
export function useUnsentWords(form: RefObject<HTMLFormElement | null>, answer: FormState): void {
  useEffect(() => {
    // What was refused stands in its field as if it had come with the page.
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
