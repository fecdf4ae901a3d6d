import { expect, test } from 'vitest';
import { splitBody } from './split-body';

test.each([
  ['<p>ক</p>\n<p>খ</p>\n<p>গ</p>', 2, ['<p>ক</p>\n<p>খ</p>', '<p>গ</p>']],
  [
    '<p>ক<br>ক</p><h2>x</h2><p>খ</p><ul><li>y</li></ul>',
    2,
    ['<p>ক<br>ক</p><h2>x</h2><p>খ</p>', '<ul><li>y</li></ul>'],
  ],
  // A paragraph of a quotation or a box is no place to part.
  [
    '<p>ক</p><blockquote><p>খ</p><p>গ</p></blockquote><p>ঘ</p><p>ঙ</p>',
    2,
    ['<p>ক</p><blockquote><p>খ</p><p>গ</p></blockquote><p>ঘ</p>', '<p>ঙ</p>'],
  ],
  ['<p>ক</p><p>খ</p>', 2, null],
  ['<p>ক</p>', 2, null],
  ['', 2, null],
] as const)('%s is parted behind paragraph %d', (html, paragraphs, parts) => {
  expect(splitBody(html, paragraphs)).toEqual(parts);
});
