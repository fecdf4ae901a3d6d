'use client';

import { type RefObject, useLayoutEffect } from 'react';

/** Fields by Alt and a digit, as keys-panel.tsx lists them. By the key's place, for any keyboard layout. */
const FIELDS: Readonly<Record<string, string>> = {
  Digit1: '[name=headline]',
  Digit2: '.rich__text, textarea[name=body]',
  Digit3: '[name=section]',
};

/** What the chords press: the first button of these that the form has. */
const SAVES = ['save', 'next-save'];
const LEADS = ['publish-lead', 'lead'];
const TAKES_OFF = ['off-front'];

/** The story's form by keyboard alone: Alt+1 … 3 to its fields, Ctrl+S and its like for what is done most. */
export function useStoryKeys(form: RefObject<HTMLFormElement | null>): void {
  // Before the form is painted, so that a chord pressed the moment a button is seen is heard.
  useLayoutEffect(() => {
    function onKey(event: KeyboardEvent) {
      const element = form.current;
      if (!element || event.defaultPrevented || event.isComposing) return;
      const field = event.altKey && !event.ctrlKey && !event.shiftKey ? FIELDS[event.code] : undefined;
      if (field) {
        event.preventDefault();
        element.querySelector<HTMLElement>(field)?.focus();
        return;
      }
      const actions = actionsOf(event);
      const button = actions
        .map((action) => element.querySelector<HTMLButtonElement>(`button[name=do][value=${action}]`))
        .find((found) => found !== null && !found.disabled);
      if (actions.length > 0) event.preventDefault();
      if (button) element.requestSubmit(button);
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [form]);
}

function actionsOf(event: KeyboardEvent): readonly string[] {
  if ((!event.ctrlKey && !event.metaKey) || event.altKey) return [];
  if (event.code === 'KeyS' && !event.shiftKey) return SAVES;
  if (event.key === 'Enter' && event.shiftKey) return LEADS;
  if (event.key === 'Backspace' && event.shiftKey) return TAKES_OFF;
  return [];
}
