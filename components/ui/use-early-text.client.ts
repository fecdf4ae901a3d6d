'use client';

import { useLayoutEffect, useState } from 'react';

/**
 * Keeps what is typed into a text area before the page's script is there. React, as it takes over a page, puts the
 * stored text back into every text area that has one (`initTextarea` in react-dom 19), over whatever was typed while
 * the script was on its way; here that is put back, with the caret where it stood.
 */
export function useEarlyText(id: string): void {
  const [early] = useState(() => (typeof document === 'undefined' ? null : earlyTextOf(id)));
  useLayoutEffect(() => early?.(), [early]);
}

/** Puts back what was typed into the text area that stands now, and only into that one: a later page has its own. */
function earlyTextOf(id: string): (() => void) | null {
  const area = document.getElementById(id);
  if (!(area instanceof HTMLTextAreaElement)) return null;
  let text = area.value;
  let caret: [number, number] = [area.selectionStart, area.selectionEnd];
  const look = () => {
    text = area.value;
    caret = [area.selectionStart, area.selectionEnd];
  };
  area.addEventListener('input', look);
  return () => {
    area.removeEventListener('input', look);
    if (document.getElementById(id) !== area) return;
    const isWrittenOver = area.value !== text;
    if (isWrittenOver) area.value = text;
    // Also where the text is the same: what was selected to be typed over is selected still.
    if (document.activeElement === area) area.setSelectionRange(...caret);
    if (isWrittenOver) area.dispatchEvent(new Event('input', { bubbles: true }));
  };
}
