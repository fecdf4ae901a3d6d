import { expect, test } from 'vitest';
import { isOfInputMethod } from './input-method';

test.each([
  ['Enter by itself', false, 13, false],
  ['Enter that takes what is offered, in Chromium and Firefox', true, 229, true],
  ['the same in Safari, which has ended the composition', false, 229, true],
  ['a key within a composition that is told by its own number', true, 13, true],
])('%s', (_, isComposing, keyCode, isOfIt) => {
  expect(isOfInputMethod({ isComposing, keyCode })).toBe(isOfIt);
});
