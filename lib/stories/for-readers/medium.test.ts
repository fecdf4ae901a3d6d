import { expect, test } from 'vitest';
import { mediumAt } from './medium';

test.each([
  ['/media/nodi.mp4', true, '', null],
  [
    'https://www.youtube.com/watch?v=abcdef12345',
    false,
    'YouTube',
    'https://www.youtube.com/embed/abcdef12345',
  ],
  ['https://youtu.be/abcdef12345?t=3', false, 'YouTube', 'https://www.youtube.com/embed/abcdef12345'],
  [
    'https://www.youtube.com/shorts/abcdef12345',
    false,
    'YouTube',
    'https://www.youtube.com/embed/abcdef12345',
  ],
  ['https://www.youtube.com/@someone', false, 'YouTube', null],
  [
    'https://www.facebook.com/x/videos/7',
    false,
    'Facebook',
    'https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fx%2Fvideos%2F7',
  ],
  ['https://www.example.com/film', false, 'example.com', null],
  ['/sports/7', false, '', null],
])('%s', (address, isPlayed, house, embedAddress) => {
  expect(mediumAt(address, 61)).toEqual({
    ...{ address, seconds: 61, isPlayed, house, embedAddress },
    ...{ caption: '', credit: '', poster: null, subtitles: null },
  });
});

test('no address is no film', () => {
  expect(mediumAt('', 61)).toBeNull();
});
