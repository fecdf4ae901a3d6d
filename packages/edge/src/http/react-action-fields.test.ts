import { describe, expect, test } from 'vitest';
import { areValidActionArguments, hasValidActionFields } from './react-action-fields.ts';

/** As React writes them for a form with `useActionState`. */
const asWritten = {
  $ACTION_REF_1: '',
  '$ACTION_1:0': '{"id":"60d2e27afe39cca09c6b37841c146eee0689fe52c1","bound":"$@1"}',
  '$ACTION_1:1': '[{"values":{"body":"$$৫ নয়","name":"রহিম"},"errors":{},"notice":"$undefined"}]',
  $ACTION_KEY: 'k2ab8e8277def53f5cefed7137ad260db',
  body: '$K1 {',
};

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

test('what our pages write passes, whatever is typed', () => {
  expect(hasValidActionFields(formOf(asWritten))).toBe(true);
  expect(hasValidActionFields(formOf({ body: '$ACTION_1:0' }))).toBe(true);
});

describe('what makes React throw is refused', () => {
  test.each([
    ['', 'nothing'],
    ['{', 'no JSON'],
    ['null', 'null'],
    ['[]', 'no argument'],
    ['{}', 'no list'],
    ['["$Q1"]', 'a Map that is not there'],
    ['["$F1"]', 'a function'],
    ['[{"a":{"b":"$B1"}}]', 'a blob'],
    ['["$1:__proto__:x"]', 'a path to the prototype'],
    ['[{"__proto__":{"a":1}}]', 'a prototype'],
    ['["$Dnever"]', 'a date that is none'],
    [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'depth without end'],
  ])('%.20s (%s)', (value) => {
    expect(hasValidActionFields(formOf({ ...asWritten, '$ACTION_1:1': value }))).toBe(false);
  });

  test.each([
    { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60","bound":null}' },
    { $ACTION_REF_1: '', '$ACTION_1:0': '{"id":"60"}' },
    { $ACTION_ID_60d2e27afe39cca09c6b37841c146eee0689fe52c1: '' },
  ])('an action without its state: %j', (fields) => {
    expect(hasValidActionFields(formOf(fields))).toBe(false);
  });

  test.each(['$ACTION_1:0', '$ACTION_1:1'])('a form without %s', (name) => {
    const form = formOf(asWritten);
    form.delete(name);

    expect(hasValidActionFields(form)).toBe(false);
  });
});

test.each([
  ['[]', false],
  ['["$K1"]', false],
  ['["$K1","$K1"]', false],
  ['[{"values":{}},{}]', false],
  ['[null,"$K1"]', true],
  ['[{"values":{},"errors":{}},"$K1"]', true],
  ['["$Q1"]', false],
  ['"x"', false],
  ['{', false],
])('arguments %s of React’s client are sound: %s', (sent, expected) => {
  expect(areValidActionArguments(sent)).toBe(expected);
});
