'use client';

import { type RefObject, useEffect } from 'react';

/** A new story begins with its headline, unless the caret is somewhere already. */
export function useFocusOnHeadline(form: RefObject<HTMLFormElement | null>, isNew: boolean): void {
  useEffect(() => {
    const headline = form.current?.elements.namedItem('headline');
    if (isNew && document.activeElement === document.body && headline instanceof HTMLElement)
      headline.focus({ preventScroll: true });
  }, [form, isNew]);
}
