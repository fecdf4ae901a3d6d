'use client';

import { useEffect, useRef, useState } from 'react';
import type { PictureChoice } from './picture-radios';

/** The chosen picture, which a dialog may change. `setPicked('none')` takes it away again. */
export function usePickedPicture(stored: string, newest: readonly PictureChoice[]) {
  // Null: nothing was done here.
  const [picked, setPicked] = useState<PictureChoice | 'none' | null>(null);
  const chosen = picked === null ? stored : picked === 'none' ? '' : String(picked.id);
  const fieldset = useRef<HTMLFieldSetElement>(null);
  // As if a radio button had been pressed, so that the autosaver notices.
  useEffect(() => {
    if (picked !== null) fieldset.current?.dispatchEvent(new Event('input', { bubbles: true }));
  }, [picked]);
  const choices =
    picked && picked !== 'none' ? [picked, ...newest.filter(({ id }) => id !== picked.id)] : newest;
  return { chosen, choices, fieldset, setPicked };
}
