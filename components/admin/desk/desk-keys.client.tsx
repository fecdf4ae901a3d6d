'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { areDeskKeysOff, KEYBOARD_SETTING } from './keyboard-setting';
import { type DeskKey, useKeySequence } from './use-key-sequence';

interface DeskKeysProps {
  keys: readonly DeskKey[];
  words: { title: string; close: string; off: string; open: string };
}

/**
 * Single keys that lead about the desk, and the list of them behind `?`. They act only where nothing is typed, and
 * people who use speech input switch them off (WCAG 2.1.4). A page's own keys come first: what they have handled is
 * left alone.
 */
export function DeskKeys({ keys, words }: DeskKeysProps) {
  const list = useRef<HTMLDialogElement>(null);
  const [isOff, setOff] = useState(false);
  useEffect(() => setOff(areDeskKeysOff()), []);
  useKeySequence(keys, isOff, list);

  function switchKeys(off: boolean) {
    setOff(off);
    localStorage.setItem(KEYBOARD_SETTING, off ? 'off' : 'on');
  }

  return (
    <>
      <button
        type="button"
        className="btn btn--quiet my-4 mx-3 max-lg:hidden noscript:hidden"
        onClick={() => list.current?.showModal()}
      >
        {words.open} <kbd>?</kbd>
      </button>
      <DeskKeyList dialog={list} keys={keys} words={words} isOff={isOff} onSwitch={switchKeys} />
    </>
  );
}

function DeskKeyList({
  dialog,
  keys,
  words,
  isOff,
  onSwitch,
}: DeskKeysProps & {
  dialog: RefObject<HTMLDialogElement | null>;
  isOff: boolean;
  onSwitch: (isOff: boolean) => void;
}) {
  return (
    <dialog
      ref={dialog}
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
        <input type="checkbox" checked={isOff} onChange={(event) => onSwitch(event.target.checked)} />
        <span>{words.off}</span>
      </label>
      <form className="mt-4" method="dialog">
        <button type="submit" className="btn btn--ink">
          {words.close}
        </button>
      </form>
    </dialog>
  );
}
