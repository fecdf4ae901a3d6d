import { expect, test } from 'vitest';
import { digitOf, keyCommand } from './key-command';

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };

test.each([
  [{ key: 'j', code: 'KeyJ' }, 'next'],
  [{ key: 'ত', code: 'KeyJ' }, 'next'],
  [{ key: 'J', code: 'KeyJ' }, 'next'],
  // On Dvorak the key that writes j stands elsewhere.
  [{ key: 'j', code: 'KeyC' }, 'next'],
  [{ key: 'A', code: 'KeyA', shiftKey: true }, 'approveAll'],
  [{ key: 'অ', code: 'KeyA', shiftKey: true }, 'approveAll'],
  [{ key: 'J', code: 'KeyJ', shiftKey: true }, null],
  [{ key: '?', code: 'Slash', shiftKey: true }, 'map'],
  [{ key: 'a', code: 'KeyA', ctrlKey: true }, null],
  [{ key: 'r', code: 'KeyR', metaKey: true }, null],
  [{ key: 'Enter', code: 'Enter' }, null],
  [{ key: 'q', code: 'KeyQ' }, null],
])('%o', (pressed, command) => {
  expect(keyCommand({ ...plain, ...pressed })).toBe(command);
});

test('digits of either row choose a reason', () => {
  expect(['Digit1', 'Numpad5', 'Digit0', 'KeyA'].map((code) => digitOf({ code }))).toEqual([1, 5, 0, 0]);
});
