'use client';

import { useCallback, useRef, useSyncExternalStore } from 'react';
import { Key } from '@/components/admin/comments/key-letter';
import type { QueueLabels } from '@/components/admin/comments/queue-labels';

const STORAGE_KEY = 'barta.moderation-keys';
const changeEvent = 'barta:moderation-keys';

export interface KeyboardShortcuts {
  areOn: boolean;
  /** False before hydration: then there are no shortcuts, and the page does not mention them. */
  isHydrated: boolean;
  toggle: () => void;
  showMap: () => void;
  dialog: React.RefObject<HTMLDialogElement | null>;
}

/** Whether single letters act in the list: a setting of the device, on by default. */
export function useKeyboardShortcuts(): KeyboardShortcuts {
  const setting = useSyncExternalStore(subscribe, readSetting, () => null);
  const dialog = useRef<HTMLDialogElement>(null);
  const toggle = useCallback(() => {
    try {
      localStorage.setItem(STORAGE_KEY, readSetting() === 'off' ? 'on' : 'off');
    } catch {
      return;
    }
    dispatchEvent(new Event(changeEvent));
  }, []);
  const showMap = useCallback(() => dialog.current?.showModal(), []);
  return { areOn: setting === 'on', isHydrated: setting !== null, toggle, showMap, dialog };
}

function subscribe(onChange: () => void): () => void {
  addEventListener(changeEvent, onChange);
  addEventListener('storage', onChange);
  return () => {
    removeEventListener(changeEvent, onChange);
    removeEventListener('storage', onChange);
  };
}

function readSetting(): 'on' | 'off' {
  try {
    return localStorage.getItem(STORAGE_KEY) === 'off' ? 'off' : 'on';
  } catch {
    return 'on';
  }
}

interface KeyMapProps {
  shortcuts: KeyboardShortcuts;
  labels: QueueLabels;
}

/** The line of shortcuts below the list, and the dialog with all of them. */
export function KeyMap({ shortcuts, labels }: KeyMapProps) {
  if (!shortcuts.isHydrated) return null;
  const shortcutKeys = shortcutKeysOf(labels);
  return (
    <>
      <p className="keys mt-[0.9rem] pt-[0.7rem] gap-y-[0.35rem] gap-x-[1.1rem] border-t border-t-rule text-(length:--text-meta) flex flex-wrap items-center text-ink-3 max-md:hidden [&_span]:gap-[0.35rem] [&_span]:inline-flex [&_span]:items-center">
        {shortcuts.areOn &&
          shortcutKeys.map(({ letters, action }) => (
            <span key={action}>
              {letters.map((letter) => (
                <Key key={letter} letter={letter} />
              ))}
              {action}
            </span>
          ))}
        <button
          type="button"
          className="link p-0 border-0 bg-transparent underline cursor-pointer min-h-6"
          onClick={shortcuts.toggle}
        >
          {shortcuts.areOn ? labels.keysOff : labels.keysOn}
        </button>
      </p>
      <KeyMapDialog shortcuts={shortcuts} keys={shortcutKeys} labels={labels} />
    </>
  );
}

interface KeyMapDialogProps extends KeyMapProps {
  keys: ReturnType<typeof shortcutKeysOf>;
}

function KeyMapDialog({ shortcuts, keys, labels }: KeyMapDialogProps) {
  return (
    <dialog
      className="keymap backdrop:bg-[rgb(0_0_0_/_0.4)] [&_kbd+kbd]:ml-[0.3rem]"
      ref={shortcuts.dialog}
      aria-labelledby="keymap-title"
    >
      <h2 id="keymap-title">{labels.keys}</h2>
      <p className="meta">{labels.keysNote}</p>
      <dl>
        {keys.map(({ letters, action }) => (
          <div key={action}>
            <dt>
              {letters.map((letter) => (
                <kbd key={letter}>{letter}</kbd>
              ))}
            </dt>
            <dd>{action}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="btn" onClick={() => shortcuts.dialog.current?.close()}>
        {labels.close}
      </button>
    </dialog>
  );
}

function shortcutKeysOf(labels: QueueLabels) {
  return [
    { letters: ['J', 'K'], action: labels.keyMove },
    { letters: ['X'], action: labels.keySelect },
    { letters: ['A'], action: labels.keyApprove },
    { letters: ['R'], action: labels.keyHide },
    { letters: ['S'], action: labels.keySpam },
    { letters: ['T'], action: labels.keyAnswer },
    { letters: ['B'], action: labels.keyBan },
    { letters: ['P'], action: labels.keyPick },
    { letters: ['Z'], action: labels.keyUndo },
    { letters: ['⇧'], action: labels.keyBulk },
    { letters: ['?'], action: labels.keyMap },
  ];
}
