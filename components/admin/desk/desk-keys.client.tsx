'use client';

import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { areDeskKeysOff, isTypedInto, KEYBOARD_SETTING } from './keyboard-setting';

interface Key {
  /** As typed one after the other, as in `g s`. */
  keys: string;
  label: string;
  /** Where it leads; without it, `/` goes to the search field. */
  href?: string;
}

interface DeskKeysProps {
  keys: readonly Key[];
  words: { title: string; close: string; off: string; open: string };
}

/** How long the second key of two is waited for. */
const SECOND_KEY_MS = 1200;

/**
 * Single keys that lead about the desk, and the map of them behind `?`. They act only where nothing is typed, and
 * whoever speaks to the computer switches them off (WCAG 2.1.4). A page's own keys come first: what they have
 * handled is left alone.
 */
export function DeskKeys({ keys, words }: DeskKeysProps) {
  const map = useRef<HTMLDialogElement>(null);
  const [isOff, setOff] = useState(false);

  useEffect(() => setOff(areDeskKeysOff()), []);

  // Before the page is painted: a key pressed the moment it is seen is heard.
  useLayoutEffect(() => {
    let first = '';
    let firstAt = 0;
    function onKey(event: KeyboardEvent) {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTypedInto(event.target)
      )
        return;
      if (event.key === '?') {
        event.preventDefault();
        map.current?.showModal();
        return;
      }
      if (isOff || map.current?.open) return;
      const pressed = performance.now() - firstAt < SECOND_KEY_MS ? `${first} ${event.key}` : event.key;
      const meant = keys.find((each) => each.keys === pressed);
      first = '';
      firstAt = 0;
      if (meant) {
        event.preventDefault();
        if (meant.href) location.assign(meant.href);
        else document.querySelector<HTMLElement>('#desk-search')?.focus();
      } else if (keys.some((each) => each.keys.startsWith(`${event.key} `))) {
        first = event.key;
        firstAt = performance.now();
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [keys, isOff]);

  function switchKeys(off: boolean) {
    setOff(off);
    localStorage.setItem(KEYBOARD_SETTING, off ? 'off' : 'on');
  }

  return (
    <>
      <button
        type="button"
        className="btn btn--quiet my-4 mx-3 max-lg:hidden noscript:hidden"
        onClick={() => map.current?.showModal()}
      >
        {words.open} <kbd>?</kbd>
      </button>
      <dialog
        ref={map}
        className="keymap backdrop:bg-[rgb(0_0_0_/_0.4)] [&_kbd+kbd]:ml-[0.3rem]"
        aria-labelledby="keymap-title"
      >
        <h2
          className="hidden lg:pt-[0.9rem] lg:pb-1 lg:px-5 lg:text-micro/[1.5] lg:font-sans lg:font-medium lg:block lg:text-ink-3"
          id="keymap-title"
        >
          {words.title}
        </h2>
        <dl>
          {keys.map((each) => (
            <div key={each.keys}>
              <dt>
                {each.keys.split(' ').map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dt>
              <dd>{each.label}</dd>
            </div>
          ))}
        </dl>
        <label className="check">
          <input type="checkbox" checked={isOff} onChange={(event) => switchKeys(event.target.checked)} />
          <span>{words.off}</span>
        </label>
        <form className="mt-4" method="dialog">
          <button type="submit" className="btn btn--ink">
            {words.close}
          </button>
        </form>
      </dialog>
    </>
  );
}
