import { expect, test } from 'vitest';
import { inAscii } from './build.mjs';

test('a program says the same in letters of one byte', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a template, as text
  const program = 'return [/[০-৯]ক/u.test("৭ক"), `খবর ${1 + 1}।`, "🌊".length, /^🌊$/u.test("🌊")]';
  const ascii = inAscii(program);
  expect(ascii).toMatch(/^[\0-\x7F]+$/);
  expect(new Function(ascii)()).toEqual(new Function(program)());
  expect(new Function(ascii)()).toEqual([true, 'খবর 2।', 2, true]);
  expect(() => inAscii('/\\।/')).toThrow('behind a backslash');
});
