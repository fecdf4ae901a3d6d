import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { spoken } from './spoken';

test.each([
  ['ফেরি বন্ধ', 'ফেরি বন্ধ'],
  ['“Make America Great Again” বলে', '“<span lang="en">Make America Great Again</span>” বলে'],
  [
    'Rock & Roll, আবার Rock & Roll',
    '<span lang="en">Rock &amp; Roll</span>, আবার <span lang="en">Rock &amp; Roll</span>',
  ],
])('%s', (words, html) => {
  expect(renderToStaticMarkup(spoken(words))).toBe(html);
});
