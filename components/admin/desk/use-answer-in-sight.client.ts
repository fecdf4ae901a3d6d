'use client';

import { type RefObject, useEffect, useRef } from 'react';
import type { FormState } from '@/lib/forms/form-state';

/** What stands at the edge of a window lies under a bar of the desk. */
const BARS_PX = 120;

/**
 * Brings the answer to a form before the eyes of whoever has pressed its button: many a form is longer than a screen, and
 * says above what was pressed for below. The first field that is wrong takes the focus. Whoever types on is left where
 * they are. `sentence`: finds what is said of the whole.
 */
export function useAnswerInSight(
  form: RefObject<HTMLFormElement | null>,
  answer: FormState,
  sentence: (form: HTMLFormElement) => Element | null,
): void {
  const find = useRef(sentence);
  useEffect(() => {
    const here = form.current;
    if (!here || isWriting(document.activeElement)) return;
    const isWrong = answer.notice?.kind === 'refused' || Object.keys(answer.errors).length > 0;
    const wrong = isWrong ? here.querySelector<HTMLElement>('[aria-invalid=true]') : null;
    const place = wrong ?? (answer.notice ? find.current(here) : null);
    if (!place) return;
    const fold = place.closest('details');
    if (fold) fold.open = true;
    wrong?.focus({ preventScroll: true });
    const { top, bottom } = place.getBoundingClientRect();
    if (top < BARS_PX || bottom > window.innerHeight) place.scrollIntoView({ block: 'center' });
  }, [form, answer]);
}

function isWriting(element: Element | null): boolean {
  if (element instanceof HTMLElement && element.isContentEditable) return true;
  return element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement;
}
