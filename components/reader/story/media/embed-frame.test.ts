import { expect, test } from 'vitest';
import { embedFrame } from './embed-frame';

const plugin = (kind: string, of: string) =>
  `https://www.facebook.com/plugins/${kind}.php?show_text=true&href=${encodeURIComponent(of)}`;

const embeddable = [
  [
    'youtube',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ],
  ['youtube', 'https://youtu.be/dQw4w9WgXcQ?t=9', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
  [
    'youtube',
    'https://m.youtube.com/shorts/dQw4w9WgXcQ',
    'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
  ],
  ['x', 'https://x.com/barta/status/1789', 'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1789'],
  [
    'x',
    'https://twitter.com/i/web/status/1789?s=20',
    'https://platform.twitter.com/embed/Tweet.html?dnt=true&id=1789',
  ],
  ['facebook', 'https://www.facebook.com/barta.news', plugin('page', 'https://www.facebook.com/barta.news')],
  [
    'facebook',
    'https://www.facebook.com/barta/posts/12',
    plugin('post', 'https://www.facebook.com/barta/posts/12'),
  ],
  [
    'facebook',
    'https://m.facebook.com/barta/videos/12',
    plugin('video', 'https://m.facebook.com/barta/videos/12'),
  ],
] as const;

test.each(embeddable)('%s shows %s in a frame', (provider, href, frame) => {
  expect(embedFrame(provider, href)).toBe(frame);
});

test.each([
  ['youtube', 'https://www.youtube.com/@barta'],
  ['youtube', 'https://youtu.be/"onload='],
  ['x', 'https://x.com/barta'],
  ['facebook', 'https://fb.watch/abc'],
  ['facebook', 'https://www.facebook.com/'],
  ['facebook', 'https://facebook.com.evil.example/barta'],
  ['link', 'https://example.com/watch?v=dQw4w9WgXcQ'],
  ['youtube', 'javascript:alert(1)'],
  [undefined, 'এ কোনো ঠিকানা নয়'],
])('%s has no frame for %s, so its link leads there', (provider, href) => {
  expect(embedFrame(provider, href)).toBeNull();
});
