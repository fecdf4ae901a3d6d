import type { KeyboardEvent } from 'react';

/** Arrows, Home and End move the focus from button to button; only the focused one is a stop of the Tab key. */
export function moveAlongToolbar(event: KeyboardEvent, toolbar: HTMLElement): void {
  const buttons = [...toolbar.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
  if (to === undefined || at < 0) return;
  event.preventDefault();
  const next = buttons.at(to % buttons.length);
  for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
  next?.focus();
}
