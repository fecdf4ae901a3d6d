'use client';

import { type RefObject, useEffect } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/**
 * Where there is script a form is answered in its place, and may be gone by then with the button that was pressed: whoever
 * works by keyboard goes on from the first field that is wrong, or else from what is said.
 */
export function useNoticeFocus(place: RefObject<HTMLElement | null>, answer: FormState): void {
  useEffect(() => {
    if (!answer.notice) return;
    const here = place.current;
    const found = here?.querySelector<HTMLElement>('[aria-invalid=true]');
    (found ?? here?.querySelector<HTMLElement>('.note[role]'))?.focus();
  }, [place, answer]);
}
