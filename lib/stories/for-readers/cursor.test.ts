import { expect, test } from 'vitest';
import { cursorAfter, cursorIn } from './cursor';

test('a cursor finds its place again', () => {
  const place = { publishedAt: new Date('2023-09-14T04:59:07.123Z'), id: 1 };
  expect(cursorIn(cursorAfter(place))).toEqual(place);
});

test.each(['', '1', '1-', '-1', '01-1', '1-01', '1-0', '1-1 ', '1_1', '১-১', '1e3-1', '9999999999999999-1'])(
  'the address %j is no cursor',
  (text) => {
    expect(cursorIn(text)).toBeNull();
  },
);
