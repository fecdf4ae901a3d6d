import { expect, test } from 'vitest';
import { emailIn } from './email';

test.each([
  ['  Mitu@Barta.TEST ', 'mitu@barta.test'],
  ['mitu+desk@mail.barta.test', 'mitu+desk@mail.barta.test'],
  ['ｍitu@barta.test', 'mitu@barta.test'],
  ['মিতু@বার্তা.বাংলা', 'মিতু@বার্তা.বাংলা'],
  ['', null],
  ['mitu', null],
  ['mitu@barta', null],
  ['mitu@barta..test', null],
  ['mitu@.test', null],
  ['mi tu@barta.test', null],
  ['mitu@barta.test\nBcc: all@barta.test', null],
  ['<mitu@barta.test>', null],
  ['a@b@c.test', null],
  [`${'x'.repeat(250)}@b.test`, null],
])('%j as an address is %j', (typed, email) => {
  expect(emailIn(typed)).toBe(email);
});
