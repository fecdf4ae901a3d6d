import { expect, test } from 'vitest';
import { lightBody } from './light-body';

const words = (alt: string) => (alt ? `ছবি: ${alt}` : 'ছবি');

test.each([
  ['<p>খবর</p>', '<p>খবর</p>'],
  [
    '<figure><img src="/media/a.webp" alt="নদী &amp; &quot;নৌকা&quot;" loading="lazy" /><figcaption>ক</figcaption></figure>',
    '<figure><a href="/media/a.webp">ছবি: নদী &amp; &quot;নৌকা&quot;</a><figcaption>ক</figcaption></figure>',
  ],
  ['<img alt="" src="/media/a.webp">', '<a href="/media/a.webp">ছবি</a>'],
  ['<img alt="x">', ''],
])('%s', (html, light) => {
  expect(lightBody(html, words)).toBe(light);
});
