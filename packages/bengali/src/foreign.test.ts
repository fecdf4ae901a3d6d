import { describe, expect, test } from 'vitest';
import { foreignIn, withForeignMarked } from './foreign';

test.each([
  ['ট্রাম্প বললেন Make America Great Again', ['ট্রাম্প বললেন ', 'Make America Great Again', '']],
  ['“Breaking News”: খবর', ['“', 'Breaking News', '”: খবর']],
  ['আজ Marks & Spencer বন্ধ', ['আজ ', 'Marks & Spencer', ' বন্ধ']],
  ['Café Müller ঢাকায়', ['', 'Café Müller', ' ঢাকায়']],
])('a phrase of %s is told apart', (text, pieces) => {
  expect(foreignIn(text)).toEqual(pieces);
});

test.each(['খবর', '', 'NASA চাঁদে', 'NASA ও ESA একসঙ্গে', 'iPhone 17 এল', '5G, 4G', 'a\nb'])(
  'in %j nothing is marked: one word is a name or has been taken in',
  (text) => {
    expect(foreignIn(text)).toBeNull();
    expect(withForeignMarked(text)).toBe(text);
  },
);

describe('in HTML', () => {
  test.each([
    ['<p>বলেন, &quot;we shall see&quot;</p>', '<p>বলেন, &quot;<span lang="en">we shall see</span>&quot;</p>'],
    ['<p>Marks &amp; Spencer</p>', '<p><span lang="en">Marks &amp; Spencer</span></p>'],
    [
      '<a href="/x" rel="nofollow noopener">World Bank</a>',
      '<a href="/x" rel="nofollow noopener"><span lang="en">World Bank</span></a>',
    ],
  ])('%s', (html, marked) => {
    expect(withForeignMarked(html)).toBe(marked);
  });

  test('attributes and signs written by their names are left as they are', () => {
    const html = '<img src="/media/a.webp" alt="two words here" loading="lazy" /> &lt;b&gt; &amp; ক';
    expect(withForeignMarked(html)).toBe(html);
  });
});

test('a long line without a space takes no longer than it is long', () => {
  const line = `${'a'.repeat(200_000)} ${"b.'-".repeat(50_000)}`;
  expect(withForeignMarked(line)).toBe(`<span lang="en">${line}</span>`);
  expect(withForeignMarked('a'.repeat(200_000))).toBe('a'.repeat(200_000));
});
