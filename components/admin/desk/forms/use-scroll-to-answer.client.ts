'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/** The desk's bars cover this much of the window's edges. */
const BARS_PX = 120;

/**
 * Scrolls to a form's answer: a form may be longer than the screen, with its notice above and its button below. The
 * first invalid field gets the focus. Nothing moves while somebody is typing. `findNotice` finds the form's notice.
 */
export function useScrollToAnswer(
  form: RefObject<HTMLFormElement | null>,
  answer: FormState,
  findNotice: (form: HTMLFormElement) => Element | null,
): void {
  const find = useRef(findNotice);
  useEffect(() => {
    const element = form.current;
    if (!element || isTextInput(document.activeElement)) return;
    const isRefused = answer.notice?.kind === 'refused' || Object.keys(answer.errors).length > 0;
    const invalidField = isRefused ? element.querySelector<HTMLElement>('[aria-invalid=true]') : null;
    const target = invalidField ?? (answer.notice ? find.current(element) : null);
    if (!target) return;
    const fold = target.closest('details');
    if (fold) fold.open = true;
    invalidField?.focus({ preventScroll: true });
    const { top, bottom } = target.getBoundingClientRect();
    if (top < BARS_PX || bottom > window.innerHeight) target.scrollIntoView({ block: 'center' });
  }, [form, answer]);
}

function isTextInput(element: Element | null): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}
