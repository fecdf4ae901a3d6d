import { describe, expect, test } from 'vitest';
import { markLatinPhrases, splitLatinPhrases } from './latin-phrases.ts';

test.each([
  ['ট্রাম্প বললেন Make America Great Again', ['ট্রাম্প বললেন ', 'Make America Great Again', '']],
  ['“Breaking News”: খবর', ['“', 'Breaking News', '”: খবর']],
  ['আজ Marks & Spencer বন্ধ', ['আজ ', 'Marks & Spencer', ' বন্ধ']],
  ['Café Müller ঢাকায়', ['', 'Café Müller', ' ঢাকায়']],
])('a phrase of %s is told apart', (text, pieces) => {
  expect(splitLatinPhrases(text)).toEqual(pieces);
});

test.each(['খবর', '', 'NASA চাঁদে', 'NASA ও ESA একসঙ্গে', 'iPhone 17 এল', '5G, 4G', 'a\nb'])(
  'in %j nothing is marked: one word is a name or has been taken in',
  (text) => {
    expect(splitLatinPhrases(text)).toBeNull();
    expect(markLatinPhrases(text)).toBe(text);
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
    expect(markLatinPhrases(html)).toBe(marked);
  });

  test('attributes and signs written by their names are left as they are', () => {
    const html = '<img src="/media/a.webp" alt="two words here" loading="lazy" /> &lt;b&gt; &amp; ক';
    expect(markLatinPhrases(html)).toBe(html);
  });
});

test('a long line without a space takes no longer than it is long', () => {
  const line = `${'a'.repeat(200_000)} ${"b.'-".repeat(50_000)}`;
  expect(markLatinPhrases(line)).toBe(`<span lang="en">${line}</span>`);
  expect(markLatinPhrases('a'.repeat(200_000))).toBe('a'.repeat(200_000));
});
