import { expect, test } from 'vitest';
import { videosIn, withVideoCaptions } from './video-captions';

const film = (file: string) =>
  `<figure class="player"><video src="/media/${file}" controls="" preload="none" aria-label="নাচ"></video></figure>`;
const [one, other] = ['0123456789abcdef0123.mp4', 'ffffffffffffffffffff.webm'];

test('the films of a body are known by their files, each once', () => {
  expect(videosIn(film(one) + film(other) + film(one))).toEqual([one, other]);
  expect(videosIn('<video src="https://films.example.com/a.mp4"></video><p>ক</p>')).toEqual([]);
});

test('each gets the captions that it has, and no other any', () => {
  const html = withVideoCaptions(film(one) + film(other), new Map([[one, 'deadbeef']]));
  expect(html).toContain(
    `<track kind="captions" src="/media/0123456789abcdef0123-deadbeef.vtt" srclang="bn" label="সাবটাইটেল" default="" /></video>`,
  );
  expect(html.match(/<track/g)).toHaveLength(1);
  expect(withVideoCaptions(film(one), new Map())).toBe(film(one));
});
