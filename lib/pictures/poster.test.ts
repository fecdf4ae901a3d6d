import { expect, test } from 'vitest';
import { posterFrom } from './poster';

test.each([
  ['the widest of a column', '/m/a-320.webp 320w, /m/a-960.webp 960w, /m/a-1280.webp 1280w', '/m/a-960.webp'],
  ['what there is of a narrow one', '/m/a-320.webp 320w, /m/a-500.webp 500w', '/m/a-500.webp'],
  ['a cover as it is', '', '/m/a-1280.jpg'],
  ['the file that anything can show, where all others are wide', '/m/a-1280.webp 1280w', '/m/a-1280.jpg'],
])('a film waits behind %s', (_, srcSet, poster) => {
  expect(posterFrom({ src: '/m/a-1280.jpg', srcSet })).toBe(poster);
});
