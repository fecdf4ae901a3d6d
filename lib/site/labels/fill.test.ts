import { expect, test } from 'vitest';
import { labelKeys, labelsIn } from '../labels';
import { fillLabel, isGrammaticalCase } from './fill';

const say = labelsIn('bn');

test.each([
  ['{name:genitive} মন্তব্য', 'সুলতানা', 'সুলতানার মন্তব্য'],
  ['{name:genitive} মন্তব্য', 'রহমান', 'রহমানের মন্তব্য'],
  ['{name:locative} দেখুন', 'YouTube', 'YouTube-এ দেখুন'],
  ['{name:objective} জানান', 'বার্তা', 'বার্তাকে জানান'],
])('%s filled with %s is %s', (sentence, name, filled) => {
  expect(fillLabel(sentence, { name }, 'bn')).toBe(filled);
});

test('English leaves a name as it is', () => {
  expect(fillLabel('by {name:genitive}', { name: 'Barta' }, 'en')).toBe('by Barta');
});

test('no label names an unknown case', () => {
  const unknown = labelKeys.filter((key) =>
    [...say(key).matchAll(/\{\w+:(\w+)\}/g)].some(([, name]) => !isGrammaticalCase(name)),
  );
  expect(unknown).toEqual([]);
});

test('no Bengali label writes an ending after a placeholder', () => {
  const ending = /\}-(?:এর|এ|কে|র|তে|য়|য়)(?![\u0980-\u09FF])|\} এর (?!মধ্যে)/u;
  expect(labelKeys.filter((key) => ending.test(say(key)))).toEqual([]);
});
