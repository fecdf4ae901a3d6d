import { expect, test } from 'vitest';
import { labelsIn } from '@/lib/site/labels';
import { readAddress } from './read-address';

const say = labelsIn('bn');

test.each([
  ['rahim@gmial.com', 'rahim@gmail.com'],
  [' Rahim@Gmail.CON ', 'rahim@gmail.com'],
  ['রহিম@yaho.com', 'রহিম@yahoo.com'],
])('whoever types %j is asked whether they meant %s', (typed, meant) => {
  expect(readAddress(typed, say)).toEqual({ email: null, fault: say('form.emailMisspelt', { meant }) });
});

test.each(['rahim@gmail.com', 'rahim@yahoo.co.uk', 'rahim@mail.gmial.com.bd', 'gmial.com@example.com'])(
  '%s can be written to',
  (typed) => {
    expect(readAddress(typed, say)).toEqual({ email: typed });
  },
);

test.each([
  ['', 'form.emailRequired'],
  ['rahim@gmail', 'form.emailInvalid'],
] as const)('%j is told as it was', (typed, key) => {
  expect(readAddress(typed, say)).toEqual({ email: null, fault: say(key) });
});
