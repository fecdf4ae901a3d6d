import { expect, test } from 'vitest';
import { withTableOfContents } from './table-of-contents';

test('each heading gets an anchor and a line, in order', () => {
  expect(
    withTableOfContents(
      '<p>ক</p>\n<h2>কেন <strong>এখন</strong>?</h2>\n<p>খ</p>\n<h3>ছোট</h3>\n<h2>A &amp; B &lt; C</h2>',
    ),
  ).toEqual({
    html: '<p>ক</p>\n<h2 id="part-1">কেন <strong>এখন</strong>?</h2>\n<p>খ</p>\n<h3>ছোট</h3>\n<h2 id="part-2">A &amp; B &lt; C</h2>',
    contents: [
      { anchor: 'part-1', words: 'কেন এখন?' },
      { anchor: 'part-2', words: 'A & B < C' },
    ],
  });
});

test('a body without headings is as it was', () => {
  expect(withTableOfContents('<p>ক</p>')).toEqual({ html: '<p>ক</p>', contents: [] });
});
