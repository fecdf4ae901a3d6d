import { latinLetterOf } from '@/components/admin/desk/latin-letter';

/** What a key asks for in the list. `…All`: of everything that is ticked. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'select'
  | 'approve'
  | 'approveAll'
  | 'hide'
  | 'hideAll'
  | 'spam'
  | 'spamAll'
  | 'answer'
  | 'ban'
  | 'pick'
  | 'undo'
  | 'map';

interface PressedKey {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const letters: Readonly<Record<string, KeyCommand>> = {
  j: 'next',
  k: 'previous',
  x: 'select',
  a: 'approve',
  r: 'hide',
  s: 'spam',
  t: 'answer',
  b: 'ban',
  p: 'pick',
  z: 'undo',
};

const withShift: Readonly<Record<string, KeyCommand>> = { a: 'approveAll', r: 'hideAll', s: 'spamAll' };

/** Null for every key that is not ours, and with any modifier that belongs to the browser. */
export function keyCommand(pressed: PressedKey): KeyCommand | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null;
  if (pressed.key === '?') return 'map';
  const letter = latinLetterOf(pressed);
  return (pressed.shiftKey ? withShift[letter] : letters[letter]) ?? null;
}

/** 1 to 9 of either row of digits, else 0. */
export function digitOf({ code }: Pick<PressedKey, 'code'>): number {
  return Number(/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0);
}
