'use client';

import { useCallback, useRef, useSyncExternalStore } from 'react';
import { Key } from '../comment-row';
import type { QueueLabels } from '../queue-labels';

const KEPT = 'barta.moderation-keys';
const changed = 'barta:moderation-keys';

export interface Keys {
  /** Null before the page has come alive: then nothing is said of keys, for there are none. */
  areOn: boolean;
  isAlive: boolean;
  turn: () => void;
  show: () => void;
  dialog: React.RefObject<HTMLDialogElement | null>;
}

/** Whether single letters act in the list: kept on the device, on until somebody says otherwise. */
export function useKeys(): Keys {
  const kept = useSyncExternalStore(listen, read, () => null);
  const dialog = useRef<HTMLDialogElement>(null);
  const turn = useCallback(() => {
    try {
      localStorage.setItem(KEPT, read() === 'off' ? 'on' : 'off');
    } catch {
      return;
    }
    dispatchEvent(new Event(changed));
  }, []);
  const show = useCallback(() => dialog.current?.showModal(), []);
  return { areOn: kept === 'on', isAlive: kept !== null, turn, show, dialog };
}

function listen(heard: () => void): () => void {
  addEventListener(changed, heard);
  addEventListener('storage', heard);
  return () => {
    removeEventListener(changed, heard);
    removeEventListener('storage', heard);
  };
}

function read(): 'on' | 'off' {
  try {
    return localStorage.getItem(KEPT) === 'off' ? 'off' : 'on';
  } catch {
    return 'on';
  }
}

/** The line of keys below the list, and the whole map behind `?`. */
export function KeyMap({ keys, words }: { keys: Keys; words: QueueLabels }) {
  if (!keys.isAlive) return null;
  const map = [
    { letters: ['J', 'K'], deed: words.keyMove },
    { letters: ['X'], deed: words.keySelect },
    { letters: ['A'], deed: words.keyApprove },
    { letters: ['R'], deed: words.keyHide },
    { letters: ['S'], deed: words.keySpam },
    { letters: ['T'], deed: words.keyAnswer },
    { letters: ['B'], deed: words.keyBan },
    { letters: ['P'], deed: words.keyPick },
    { letters: ['Z'], deed: words.keyUndo },
    { letters: ['⇧'], deed: words.keyBulk },
    { letters: ['?'], deed: words.keyMap },
  ];
  return (
    <>
      <p className="keys">
        {keys.areOn &&
          map.map(({ letters, deed }) => (
            <span key={deed}>
              {letters.map((letter) => (
                <Key key={letter} letter={letter} />
              ))}
              {deed}
            </span>
          ))}
        <button type="button" className="link" onClick={keys.turn}>
          {keys.areOn ? words.keysOff : words.keysOn}
        </button>
      </p>
      <dialog className="keymap" ref={keys.dialog} aria-labelledby="keymap-title">
        <h2 id="keymap-title">{words.keys}</h2>
        <p className="meta">{words.keysNote}</p>
        <dl>
          {map.map(({ letters, deed }) => (
            <div key={deed}>
              <dt>
                {letters.map((letter) => (
                  <kbd key={letter}>{letter}</kbd>
                ))}
              </dt>
              <dd>{deed}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="btn" onClick={() => keys.dialog.current?.close()}>
          {words.close}
        </button>
      </dialog>
    </>
  );
}
