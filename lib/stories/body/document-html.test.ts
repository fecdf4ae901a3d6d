import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Lookups } from './block';
import type { Block } from './blocks';
import type { ListItem } from './blocks/list';
import { withAlsoRead } from './display/also-read-links';
import { documentHtml } from './document-html';
import { documentText } from './document-text';
import { aDocument, aFigure, anyDocument, aParagraph, marked } from './testing/documents';
import { tidyDocument } from './tidy-document';

const nodi = {
  src: '/media/nodi-1280.jpg',
  srcSet: '/media/nodi-640.webp 640w, /media/nodi-1280.webp 1280w',
  width: 1280,
  height: 853,
  caption: 'ভোরের নদী',
  credit: 'রাশেদ',
  alt: 'নদীতে নৌকা',
  full: '/media/nodi-1920.jpg',
};
const lookups: Lookups = {
  picture: (id) => (id === 1 ? nodi : undefined),
  creditLine: (name) => `ছবি: ${name}`,
  correction: 'সংশোধনী',
};
const image = (alt: string) =>
  `<img src="/media/nodi-1280.jpg" srcset="/media/nodi-640.webp 640w, /media/nodi-1280.webp 1280w" sizes="(min-width: 48rem) 45rem, 85vw" width="1280" height="853" alt="${alt}" loading="lazy" />`;
const link = (href: string) => ({ type: 'link' as const, attrs: { href } });
const item = (...content: ListItem['content']) => ({
  type: 'listItem' as const,
  content,
});
const cell = (text: string, type: 'tableCell' | 'tableHeader' = 'tableCell', colspan = 1, rowspan = 1) => ({
  type,
  attrs: { colspan, rowspan },
  content: text ? [aParagraph(text)] : [],
});
const row = (...content: ReturnType<typeof cell>[]) => ({ type: 'tableRow' as const, content });
const embed = (attrs: Partial<Extract<Block, { type: 'embed' }>['attrs']>): Block => ({
  type: 'embed',
  attrs: { provider: 'link', url: 'https://example.com/a', title: '', pictureId: null, ...attrs },
});

const golden: readonly [what: string, block: Block, html: string][] = [
  ['a paragraph', aParagraph('ক'), '<p>ক</p>'],
  [
    'what looks like HTML',
    aParagraph('5 < 6 && 7 > 3 "ক"'),
    '<p>5 &lt; 6 &amp;&amp; 7 &gt; 3 &quot;ক&quot;</p>',
  ],
  ['a line break', aParagraph('ক', { type: 'hardBreak' }, 'খ'), '<p>ক<br />খ</p>'],
  ['bold', aParagraph(marked('ক', 'bold'), ' খ'), '<p><strong>ক</strong> খ</p>'],
  ['italic', aParagraph(marked('ক', 'italic')), '<p><em>ক</em></p>'],
  [
    'bold in italic, in one order',
    aParagraph(marked('ক', 'italic', 'bold')),
    '<p><strong><em>ক</em></strong></p>',
  ],
  ['a raised letter', aParagraph('মি', marked('২', 'superscript')), '<p>মি<sup>২</sup></p>'],
  ['a lowered letter', aParagraph('H', marked('2', 'subscript'), 'O'), '<p>H<sub>2</sub>O</p>'],
  ['a link to our own story', aParagraph(marked('ক', link('/sports/7'))), '<p><a href="/sports/7">ক</a></p>'],
  [
    'a link that leads elsewhere',
    aParagraph(marked('ক', link('https://example.com/?a=1&b=2'))),
    '<p><a href="https://example.com/?a=1&amp;b=2" rel="nofollow noopener">ক</a></p>',
  ],
  ['a link that could run', aParagraph(marked('ক', link('javascript:alert(1)'))), '<p>ক</p>'],
  ['a link by a scheme that is not ours', aParagraph(marked('ক', link('data:text/html,x'))), '<p>ক</p>'],
  [
    'a subheading',
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'ক' }] },
    '<h2>ক</h2>',
  ],
  [
    'a smaller one',
    { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'ক' }] },
    '<h3>ক</h3>',
  ],
  ['an empty subheading', { type: 'heading', attrs: { level: 2 }, content: [] }, ''],
  [
    'a list',
    { type: 'bulletList', content: [item(aParagraph('ক')), item(aParagraph('খ'))] },
    '<ul><li>ক</li><li>খ</li></ul>',
  ],
  ['a numbered list', { type: 'orderedList', content: [item(aParagraph('ক'))] }, '<ol><li>ক</li></ol>'],
  [
    'a list in a list',
    {
      type: 'bulletList',
      content: [item(aParagraph('ক'), { type: 'orderedList', content: [item(aParagraph('খ'))] })],
    },
    '<ul><li>ক<ol><li>খ</li></ol></li></ul>',
  ],
  [
    'an item of two paragraphs',
    { type: 'bulletList', content: [item(aParagraph('ক'), aParagraph('খ'))] },
    '<ul><li><p>ক</p><p>খ</p></li></ul>',
  ],
  [
    'a quotation',
    { type: 'blockquote', content: [aParagraph('ক'), aParagraph('খ')] },
    '<blockquote><p>ক</p><p>খ</p></blockquote>',
  ],
  [
    'a pull quote',
    { type: 'pullQuote', attrs: { by: 'রহিম <b>' }, content: [{ type: 'text', text: 'ক' }] },
    '<figure class="pull"><blockquote><p>ক</p></blockquote><figcaption>রহিম &lt;b&gt;</figcaption></figure>',
  ],
  [
    'a pull quote of nobody',
    { type: 'pullQuote', attrs: { by: '' }, content: [{ type: 'text', text: 'ক' }] },
    '<figure class="pull"><blockquote><p>ক</p></blockquote></figure>',
  ],
  [
    'a picture with the library’s words',
    aFigure(),
    `<figure>${image('নদীতে নৌকা')}<figcaption>ভোরের নদী <span class="credit">ছবি: রাশেদ</span></figcaption></figure>`,
  ],
  [
    'a picture with words of its own',
    aFigure({ caption: 'ঘাট', credit: 'মিতু', alt: '"ঘাট"' }),
    `<figure>${image('&quot;ঘাট&quot;')}<figcaption>ঘাট <span class="credit">ছবি: মিতু</span></figcaption></figure>`,
  ],
  ['a picture that is gone', aFigure({ pictureId: 99, caption: 'ঘাট' }), ''],
  [
    'a file of the media folder',
    aFigure({ pictureId: null, file: 'old-640.webp', alt: 'ক' }),
    '<figure><img src="/media/old-640.webp" alt="ক" loading="lazy" /></figure>',
  ],
  [
    'a gallery',
    {
      type: 'gallery',
      attrs: {
        caption: 'মেলা',
        pictures: [
          { pictureId: 1, file: '', caption: 'ক', credit: 'খ', alt: 'গ' },
          { pictureId: 99, file: '', caption: '', credit: '', alt: '' },
        ],
      },
    },
    `<figure class="gallery"><div><figure><a href="/media/nodi-1920.jpg" data-full="">${image('গ')}</a><figcaption>ক <span class="credit">ছবি: খ</span></figcaption></figure></div><figcaption>মেলা</figcaption></figure>`,
  ],
  [
    'a gallery of a file that came with an old text',
    {
      type: 'gallery',
      attrs: {
        caption: '',
        pictures: [{ pictureId: null, file: 'old-640.webp', caption: '', credit: '', alt: 'ক' }],
      },
    },
    '<figure class="gallery"><div><figure><a href="/media/old-640.webp" data-full=""><img src="/media/old-640.webp" alt="ক" loading="lazy" /></a></figure></div></figure>',
  ],
  [
    'a table',
    {
      type: 'table',
      content: [
        row(cell('দল', 'tableHeader'), cell('রান', 'tableHeader')),
        row(cell('ঢাকা', 'tableCell', 2), cell('', 'tableCell', 1, 3)),
      ],
    },
    '<div class="scroll" tabindex="0"><table><tbody><tr><th>দল</th><th>রান</th></tr><tr><td colspan="2">ঢাকা</td><td rowspan="3"></td></tr></tbody></table></div>',
  ],
  ['a rule', { type: 'horizontalRule' }, '<hr />'],
  [
    'a film elsewhere, with our thumbnail',
    embed({ provider: 'youtube', url: 'https://www.youtube.com/watch?v=abc', title: 'ভাষণ', pictureId: 1 }),
    '<a class="embed" data-from="youtube" href="https://www.youtube.com/watch?v=abc" rel="nofollow noopener"><img src="/media/nodi-1280.jpg" srcset="/media/nodi-640.webp 640w, /media/nodi-1280.webp 1280w" sizes="8rem" width="1280" height="853" alt="" loading="lazy" /><span><strong>ভাষণ</strong><span>YouTube</span></span></a>',
  ],
  [
    'a link as a card, without a title',
    embed({}),
    '<a class="embed" data-from="link" href="https://example.com/a" rel="nofollow noopener"><span><strong>example.com/a</strong><span>example.com</span></span></a>',
  ],
  [
    'a sound of ours',
    embed({ provider: 'audio', url: '/media/gaan.mp3', title: 'গান' }),
    '<figure class="player"><audio src="/media/gaan.mp3" controls="" preload="none" aria-label="গান"></audio><figcaption>গান</figcaption></figure>',
  ],
  [
    'a film of ours',
    embed({ provider: 'video', url: '/media/nach.mp4' }),
    '<figure class="player"><video src="/media/nach.mp4" controls="" preload="none" width="1280" height="720" playsinline=""></video></figure>',
  ],
  [
    'a film of ours with a picture to begin with',
    embed({ provider: 'video', url: '/media/nach.webm', title: 'নাচ "১"', pictureId: 1 }),
    '<figure class="player"><video src="/media/nach.webm" controls="" preload="none" width="1280" height="720" playsinline="" poster="/media/nodi-640.webp" aria-label="নাচ &quot;১&quot;"></video><figcaption>নাচ &quot;১&quot;</figcaption></figure>',
  ],
  [
    'a film of a house that is not ours',
    embed({ provider: 'video', url: 'https://films.example.com/nach.mp4', title: 'নাচ' }),
    '<a class="embed" data-from="video" href="https://films.example.com/nach.mp4" rel="nofollow noopener"><span><strong>নাচ</strong><span>films.example.com</span></span></a>',
  ],
  [
    'a card that claims a site at whose host it does not lie',
    embed({ provider: 'youtube', url: 'https://www.youtube.com.evil.example/watch?v=abc', title: 'ভাষণ' }),
    '<a class="embed" data-from="link" href="https://www.youtube.com.evil.example/watch?v=abc" rel="nofollow noopener"><span><strong>ভাষণ</strong><span>www.youtube.com.evil.example</span></span></a>',
  ],
  [
    'a card whose address only reads like that of a site',
    embed({ provider: 'youtube', url: 'https://www.youtube.com@evil.example/watch?v=abc', title: 'ভাষণ' }),
    '',
  ],
  ['a card that could run', embed({ url: 'javascript:alert(1)', title: 'ক' }), ''],
  [
    'a fact box',
    {
      type: 'factBox',
      attrs: { title: 'এক নজরে' },
      content: [aParagraph('ক'), { type: 'bulletList', content: [item(aParagraph('খ'))] }],
    },
    '<aside class="inset"><strong>এক নজরে</strong><p>ক</p><ul><li>খ</li></ul></aside>',
  ],
  [
    'a correction',
    { type: 'correctionNote', content: [aParagraph('২৩ নয়, ২৫।')] },
    '<aside class="note"><strong>সংশোধনী</strong><p>২৩ নয়, ২৫।</p></aside>',
  ],
  [
    'another story',
    { type: 'alsoRead', attrs: { storyId: 7 } },
    '<aside class="inset" data-also="7"></aside>',
  ],
];

test.each(golden)('%s is rendered as agreed', (_, block, html) => {
  expect(documentHtml(tidyDocument(aDocument(block)), lookups)).toBe(html);
});

test('another story is named by the headline that it has now, and not at all if readers may not see it', () => {
  const html = documentHtml(
    aDocument(
      aParagraph('ক'),
      { type: 'alsoRead', attrs: { storyId: 7 } },
      { type: 'alsoRead', attrs: { storyId: 8 } },
    ),
    lookups,
  );
  expect(withAlsoRead(html, [{ id: 7, href: '/sports/7', headline: 'জয় <আবার>' }], 'আরও পড়ুন')).toBe(
    '<p>ক</p>\n<aside class="inset" aria-label="আরও পড়ুন"><strong>আরও পড়ুন</strong><ul><li><a href="/sports/7">জয় &lt;আবার&gt;</a></li></ul></aside>\n',
  );
});

test('the text has a line for each paragraph, item, row and caption', () => {
  expect(
    documentText(
      aDocument(
        aParagraph('ক', { type: 'hardBreak' }, 'খ'),
        { type: 'table', content: [row(cell('১'), cell('২'))] },
        aFigure({ caption: 'ঘাট' }),
        { type: 'alsoRead', attrs: { storyId: 7 } },
      ),
    ),
  ).toBe('ক\nখ\n১ ২\nঘাট');
});

const hostile: { payload: string }[] = JSON.parse(
  readFileSync('packages/bengali/src/testing/hostile-strings.json', 'utf8'),
);

test.each(hostile.map(({ payload }) => payload))('nothing of %s can run, wherever it stands', (payload) => {
  const words = { pictureId: 1, file: '', caption: payload, credit: payload, alt: payload };
  const html = documentHtml(
    tidyDocument(
      aDocument(
        aParagraph(payload, marked(payload, link(payload), 'bold')),
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: payload }] },
        { type: 'pullQuote', attrs: { by: payload }, content: [{ type: 'text', text: payload }] },
        aFigure(words),
        { type: 'gallery', attrs: { caption: payload, pictures: [words] } },
        { type: 'table', content: [row(cell(payload))] },
        embed({ url: payload, title: payload, pictureId: 1 }),
        embed({ url: `https://example.com/${payload}`, title: payload }),
        { type: 'factBox', attrs: { title: payload }, content: [aParagraph(payload)] },
        { type: 'correctionNote', content: [aParagraph(payload)] },
      ),
    ),
    lookups,
  );
  expect(tagsIn(html).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
});

test('whatever a document holds, only listed tags come out', () => {
  fc.assert(
    fc.property(anyDocument, (document) => {
      const html = documentHtml(tidyDocument(document), lookups);
      expect(tagsIn(html).filter((tag) => !HARMLESS.test(tag))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

function tagsIn(html: string): string[] {
  return html.match(/<[^>]*>?/g) ?? [];
}

/** Every tag that the renderer writes; any other `<` fails. */
const HARMLESS =
  /^<(?:\/?(?:p|h2|h3|ul|ol|li|blockquote|strong|em|sup|sub|figure|figcaption|table|tbody|tr|th|td|div|span|aside)|\/a|\/audio|\/video|br \/|hr \/|(?:a|a class="embed" data-from="[a-z]+") href="(?:https?:|mailto:|\/|#|[^":]*)[^"]*"(?: rel="nofollow noopener")?|img src="\/media\/[\w.-]+"(?: (?:srcset|sizes|width|height|alt)="[^"]*")* loading="lazy" \/|a href="\/media\/[\w.-]+" data-full=""|(?:audio|video) src="\/media\/[\w.-]+" controls="" preload="none"(?: (?:width|height|playsinline|poster|aria-label)="[^"]*")*|t[hd](?: (?:colspan|rowspan)="\d+")+|figure class="(?:pull|gallery|player)"|div class="scroll" tabindex="0"|aside class="(?:inset|note)"(?: data-also="\d+")?|span class="credit")>$/;
