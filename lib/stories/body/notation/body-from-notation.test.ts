import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodyFromNotation } from './body-from-notation';

const hostile: { payload: string }[] = JSON.parse(
  readFileSync('packages/bengali/src/testing/hostile-strings.json', 'utf8'),
);

test.each([
  ['ক\nখ\n\nগ', '<p>ক<br />খ</p>\n<p>গ</p>'],
  ['ক\r\n\r\n\r\nখ', '<p>ক</p>\n<p>খ</p>'],
  ['ক\n## যা থাকবে\nখ', '<p>ক</p>\n<h2>যা থাকবে</h2>\n<p>খ</p>'],
  ['### ছোট', '<h3>ছোট</h3>'],
  ['##শিরোনাম নয়', '<p>##শিরোনাম নয়</p>'],
  ['> এক\n>\n> দুই', '<blockquote><p>এক</p><p>দুই</p></blockquote>'],
  ['- এক\n- দুই\nপরে', '<ul><li>এক</li><li>দুই</li></ul>\n<p>পরে</p>'],
  ['-এক', '<p>-এক</p>'],
  ['', ''],
  ['   \n \n', ''],
])('%j is shown as %s', (source, html) => {
  expect(bodyFromNotation(source).html).toBe(html);
});

test.each([
  ['<p>ক</p><p>খ</p>', '<p>ক</p>\n<p>খ</p>'],
  ['<ul>\n\n<li>এক</li>\n\n</ul>\n\nপরে', '<ul>\n\n<li>এক</li>\n\n</ul>\n<p>পরে</p>'],
  ['আগে <h2>উপ</h2> পরে', '<p>আগে</p>\n<h2>উপ</h2>\n<p>পরে</p>'],
  ['<h1>বড়</h1>', '<h2>বড়</h2>'],
  ['<div class="x">ক</div>', '<p>ক</p>'],
  ['<strong style="color:red" class="y">জোর</strong>', '<p><strong>জোর</strong></p>'],
  ['<!-- wp:paragraph --><p>ক</p><!-- /wp:paragraph -->', '<p>ক</p>'],
  ['<table><tr><td colspan=2>ক<td>খ</table>', '<table><tr><td colspan="2">ক</td><td>খ</td></tr></table>'],
  [
    '<figure><img src="/media/nodi-640.webp" alt="নদী" width=640 onerror=x><figcaption>ভোর</figcaption></figure>',
    '<figure><img src="/media/nodi-640.webp" alt="নদী" width="640" loading="lazy" /><figcaption>ভোর</figcaption></figure>',
  ],
  ['<img src="https://elsewhere.example/pixel.png">ক', '<p>ক</p>'],
])('HTML %s becomes %s', (source, html) => {
  expect(bodyFromNotation(source).html).toBe(html);
});

test.each([
  ['/sports/7', '<a href="/sports/7">'],
  ['#note', '<a href="#note">'],
  ['mailto:desk@barta.test', '<a href="mailto:desk@barta.test">'],
  ['http://localhost:3000/sports/7', '<a href="http://localhost:3000/sports/7">'],
  ['https://example.com/a?b=1', '<a href="https://example.com/a?b=1" rel="nofollow noopener">'],
  ['//example.com/a', '<a href="http://example.com/a" rel="nofollow noopener">'],
  ['/\\example.com', '<a href="http://example.com/" rel="nofollow noopener">'],
  ['javascript:alert(1)', ''],
  ['java\tscript:alert(1)', ''],
  ['data:text/html,x', ''],
  ['ftp://example.com/', ''],
])('a link to %j is %s', (href, opening) => {
  expect(bodyFromNotation(`<a href="${href}">দেখুন</a>`).html).toBe(
    opening ? `<p>${opening}দেখুন</a></p>` : '<p>দেখুন</p>',
  );
});

test.each([
  '5 < 6 && 7 > 3, <অ> চিহ্নটি লেখা',
  'if (a<b && c>d)',
  'R&D ও AT&T',
  'a <- b <= c',
  'মূল্য <১০০ টাকা',
  '"উদ্ধৃতি" ও \'একক\'',
])('what is typed as %s is read as typed', (notation) => {
  expect(bodyFromNotation(notation).text).toBe(notation);
});

test.each(hostile.map(({ payload }) => payload))('nothing of %s can run', (payload) => {
  for (const source of [payload, `আগে ${payload} পরে`, `> ${payload}\n\n- ${payload}\n\n## ${payload}`]) {
    const { html } = bodyFromNotation(source);
    expect(tagsIn(html).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
    expect(bodyFromNotation(html).html.replace(/\n/g, '')).toBe(html.replace(/\n/g, ''));
  }
});

test('whatever is typed, only listed tags come out, and the text holds none', () => {
  const scraps = fc.constantFrom(
    '<',
    '>',
    '</',
    '"',
    "'",
    '=',
    '&',
    ';',
    '\n',
    '\n\n',
    '- ',
    '> ',
    '## ',
    'ক',
  );
  const names = fc.constantFrom(
    'p',
    'b',
    'script',
    'img src=x onerror=y',
    'a href=javascript:z',
    'svg',
    'table',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(scraps, names, fc.string()), { maxLength: 40 }), (parts) => {
      const { html } = bodyFromNotation(parts.join(''));
      expect(tagsIn(html).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

test.each(['<b>', '<a "', '<p>\n\n', '<div>', '&', '<', '- \n', '<!--', '> '])(
  'the longest body made of %j is still answered',
  (scrap) => {
    const source = scrap.repeat(400_000 / scrap.length);
    expect(bodyFromNotation(source).text.length).toBeLessThanOrEqual(source.length);
  },
);

test('the text has a line for each paragraph, item and cell row', () => {
  const { text } = bodyFromNotation('ক\nখ\n\n- গ\n- ঘ\n\n<table><tr><td>১</td><td>২</td></tr></table>');
  expect(text).toBe('ক\nখ\nগ\nঘ\n১ ২');
});

function tagsIn(html: string): string[] {
  return html.match(/<[^>]*>?/g) ?? [];
}

/** Every tag that the sanitiser writes; any other `<` fails. */
const HARMLESS =
  /^<(?:\/?(?:p|h2|h3|ul|ol|li|blockquote|a|strong|em|b|i|sup|sub|figure|figcaption|table|caption|thead|tbody|tr|th|td)|br \/|hr \/|a href="(?:https?:|mailto:|\/|#|[^":]*)[^"]*"(?: rel="nofollow noopener")?|img src="\/media\/[\w.-]+" alt="[^"]*"(?: width="\d+")?(?: height="\d+")? loading="lazy" \/|t[hd](?: (?:colspan|rowspan|scope)="[^"]*")+)>$/;
