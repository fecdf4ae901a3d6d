'use client';

import { useLayoutEffect, useState } from 'react';

/**
 * Keeps text that was typed into a text area before hydration. React resets every text area with a value to that value
 * when it hydrates (`initTextarea` in react-dom 19); this hook restores the typed text and the caret.
 */
export function useTextBeforeHydration(id: string): void {
  const [restore] = useState(() => (typeof document === 'undefined' ? null : watchTextArea(id)));
  useLayoutEffect(() => restore?.(), [restore]);
}

/** Returns a function that restores the typed text, unless the text area has been replaced since. */
function watchTextArea(id: string): (() => void) | null {
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return null;
  let text = area.value;
  let caret: [number, number] = [area.selectionStart, area.selectionEnd];
  const remember = () => {
    text = area.value;
    caret = [area.selectionStart, area.selectionEnd];
  };
  area.addEventListener('input', remember);
  return () => {
    area.removeEventListener('input', remember);
    if (document.getElementById(id) !== area) return;
    const isOverwritten = area.value !== text;
    if (isOverwritten) area.value = text;
    // Also when the text is unchanged: a selection must survive.
    if (document.activeElement === area) area.setSelectionRange(...caret);
    if (isOverwritten) area.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
