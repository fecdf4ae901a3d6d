'use client';

import { type RefObject, useLayoutEffect } from 'react';
import { acceptsTyping } from './keyboard-setting';

export interface DeskKey {
  /** As pressed one after the other, as in `g s`. */
  keys: string;
  label: string;
  /** Where it leads; without it, `/` goes to the search field. */
  href?: string;
}

/** How long the second key of two is waited for. */
const SECOND_KEY_MS = 1200;

/** Follows the desk's keys, single or two after each other, where nothing is typed; `?` opens the list of them. */
export function useKeySequence(
  keys: readonly DeskKey[],
  isOff: boolean,
  list: RefObject<HTMLDialogElement | null>,
): void {
  // Before the page is painted, so that a key pressed the moment the page is seen is heard.
  useLayoutEffect(() => {
    let first = '';
    let firstAt = 0;
    function onKey(event: KeyboardEvent) {
      if (!isPlainKey(event)) return;
      if (event.key === '?') {
        event.preventDefault();
        list.current?.showModal();
        return;
      }
      if (isOff || list.current?.open) return;
      const pressed = performance.now() - firstAt < SECOND_KEY_MS ? `${first} ${event.key}` : event.key;
      const match = keys.find((each) => each.keys === pressed);
      first = '';
      firstAt = 0;
      if (match) {
        event.preventDefault();
        follow(match);
      } else if (keys.some((each) => each.keys.startsWith(`${event.key} `))) {
        first = event.key;
        firstAt = performance.now();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys, isOff, list]);
}

/** Without a modifier, outside of fields, and not handled by the page already. */
function isPlainKey(event: KeyboardEvent): boolean {
  const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !event.defaultPrevented && !hasModifier && !acceptsTyping(event.target);
}

function follow({ href }: DeskKey): void {
  if (href) location.assign(href);
  else document.querySelector<HTMLElement>('#desk-search')?.focus();
}
