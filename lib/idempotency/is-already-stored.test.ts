import { expect, test } from 'vitest';
import { isAlreadyStored } from './is-already-stored';

const stored = { id: 1, version: 4, name: 'খেলা', from: new Date(5), parentId: null };

test.each([
  [{ name: 'খেলা' }, true],
  [{ name: 'খেলা', from: new Date(5), parentId: null }, true],
  [{ name: 'ক্রীড়া' }, false],
  [{ name: 'খেলা', from: new Date(6) }, false],
  [{ parentId: 3 }, false],
])('%j stands there already: %s', (wished, answer) => {
  expect(isAlreadyStored<object>(stored, wished)).toBe(answer);
});
