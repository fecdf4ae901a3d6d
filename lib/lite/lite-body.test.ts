import { expect, test } from 'vitest';
import { liteBody } from './lite-body';

const words = {
  picture: (alt: string) => (alt ? `ছবি: ${alt}` : 'ছবি'),
  audio: 'শুনুন',
  video: 'দেখুন',
};

test.each([
  ['<p>খবর</p>', '<p>খবর</p>'],
  [
    '<figure><img src="/media/a.webp" alt="নদী &amp; &quot;নৌকা&quot;" loading="lazy" /><figcaption>ক</figcaption></figure>',
    '<figure><a href="/media/a.webp">ছবি: নদী &amp; &quot;নৌকা&quot;</a><figcaption>ক</figcaption></figure>',
  ],
  ['<img alt="" src="/media/a.webp">', '<a href="/media/a.webp">ছবি</a>'],
  ['<img alt="x">', ''],
  [
    '<a href="/media/a-1920.jpg" data-full=""><img src="/media/a.jpg" srcset="/media/a-320.webp 320w, /media/a-640.webp 640w" alt="ঘাট" /></a>',
    '<a href="/media/a-320.webp">ছবি: ঘাট</a>',
  ],
  [
    '<a class="embed" data-from="youtube" href="https://youtu.be/x"><img src="/media/a.jpg" alt="" /><span>ক</span></a>',
    '<a class="embed" data-from="youtube" href="https://youtu.be/x"><span>ক</span></a>',
  ],
  [
    '<figure class="player"><audio src="/media/a.mp3" controls="" preload="none"></audio></figure>',
    '<figure class="player"><a href="/media/a.mp3">শুনুন</a></figure>',
  ],
  [
    '<video src="/media/a.mp4" controls="" preload="none" width="1280" poster="/media/a.jpg"></video>',
    '<a href="/media/a.mp4">দেখুন</a>',
  ],
  [
    '<video src="/media/a.mp4" controls=""><track kind="captions" src="/media/a.vtt" default="" /></video>',
    '<a href="/media/a.mp4">দেখুন</a>',
  ],
])('%s', (html, light) => {
  expect(liteBody(html, words)).toBe(light);
});
