import { expect, test } from 'vitest';
import { bodyFromNotation } from '../notation/body-from-notation';
import { withFilePlayers } from './file-players';

const film = '/media/0123456789abcdef0123.mp4';
const players = (notation: string) => withFilePlayers(bodyFromNotation(notation).html);

test.each([
  [
    'an address with a paragraph to itself',
    `আগে\n\n${film}\n\nপরে`,
    /^<p>আগে<\/p>\n<figure class="player"><video src="\/media\/0123456789abcdef0123\.mp4" controls="" preload="none" width="1280" height="720" playsinline=""><\/video><\/figure>\n<p>পরে<\/p>$/,
  ],
  [
    'a link whose words name it',
    `<a href="${film}">নাচ</a>`,
    /aria-label="নাচ"><\/video><figcaption>নাচ<\/figcaption><\/figure>$/,
  ],
  [
    'a sound',
    '/media/gaan.mp3',
    /^<figure class="player"><audio src="\/media\/gaan\.mp3" controls="" preload="none"><\/audio><\/figure>$/,
  ],
])('%s plays where it stands', (_, notation, html) => {
  expect(players(notation)).toMatch(html);
});

test.each([
  ['an address within a sentence', `দেখুন ${film} এখানে`],
  ['a link within a sentence', `দেখুন <a href="${film}">নাচ</a>`],
  ['a film of another house', 'https://films.example.com/nach.mp4'],
  ['a picture', '/media/ghat-640.webp'],
  ['a page of ours', '<a href="/contact">যোগাযোগ</a>'],
])('%s stays as it is', (_, notation) => {
  expect(players(notation)).toBe(bodyFromNotation(notation).html);
});

test('words of a link name the film and cannot become anything else', () => {
  const html = players(`<a href="${film}">" onloadstart="alert(1)</a>`);
  expect(html).toContain('aria-label="&quot; onloadstart=&quot;alert(1)"');
});
