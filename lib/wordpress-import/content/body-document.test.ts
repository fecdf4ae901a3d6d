import { expect, test } from 'vitest';
import type { Block } from '@/lib/stories/body/blocks';
import { documentOfBody, type KnownFiles } from './body-document';
import { readBody } from './body-html';

const library: KnownFiles = {
  picture: ({ attachment, caption, alt }) =>
    attachment === 404 ? null : { pictureId: attachment ?? 900, file: '', caption, credit: '', alt },
  gallery: (ids) =>
    (ids ?? [7]).map((pictureId) => ({ pictureId, file: '', caption: '', credit: '', alt: '' })),
  medium: (address) => address.replace('https://old.example/wp-content/uploads/', '/media/'),
  link: (href) => (href === 'https://old.example/?p=5' ? '/sports/9' : href),
};

const blocksOf = (source: string) => documentOfBody(readBody(source), library).content;
/** One line per block: its type and its text. */
const textsOf = (source: string) => blocksOf(source).map(sayingOf);

function sayingOf(block: Block): string {
  const attrs = 'attrs' in block ? block.attrs : {};
  if (block.type === 'figure') return `figure ${block.attrs.pictureId} ${block.attrs.caption}`.trim();
  if (block.type === 'embed') return `${block.attrs.provider} ${block.attrs.url}`;
  if (block.type === 'gallery')
    return `gallery ${block.attrs.pictures.map((one) => one.pictureId).join(',')} ${block.attrs.caption}`.trim();
  const words = JSON.stringify('content' in block ? block.content : attrs);
  return `${block.type} ${[...words.matchAll(/"text":"([^"]*)"/g)].map(([, text]) => text).join('|')}`;
}

test.each<[string, string, string[]]>([
  [
    'paragraphs of the classic editor',
    'প্রথম সারি\nদ্বিতীয় সারি\n\nনতুন <em>অনুচ্ছেদ</em>',
    ['paragraph প্রথম সারি|দ্বিতীয় সারি', 'paragraph নতুন |অনুচ্ছেদ'],
  ],
  [
    'blocks of the block editor',
    '<!-- wp:heading {"level":3} -->\n<h3 class="x">উপ</h3>\n<!-- /wp:heading -->\n\n<!-- wp:paragraph -->\n<p>কথা <strong>জোর</strong></p>\n<!-- /wp:paragraph -->\n<!-- wp:list -->\n<ul><li>এক</li><li>দুই</li></ul>\n<!-- /wp:list --><!-- wp:separator --><hr class="wp-block-separator"/><!-- /wp:separator -->',
    ['heading উপ', 'paragraph কথা |জোর', 'bulletList এক|দুই', 'horizontalRule '],
  ],
  [
    'what the page did not show, and what stands behind it',
    'আগে <div style="color:red; display : none"><p>গোপন <br><a href="https://pills.example/">x</a></p><div>ভেতরে</div></div><span hidden>লুকানো</span> পরে',
    ['paragraph আগে পরে'],
  ],
  [
    'a player that waited for its script',
    '<audio style="visibility: hidden" src="https://a.example/s.mp3"></audio>',
    ['audio https://a.example/s.mp3'],
  ],
  ['more and next page', 'আগে<!--more-->\n\n<!--nextpage-->পরে', ['paragraph আগে', 'paragraph পরে']],
  [
    'a captioned picture',
    '[caption id="attachment_51" align="alignleft" width="300"]<a href="/x.jpg"><img class="wp-image-51" src="/x-300x200.jpg" alt="নদী" /></a> ভোরের <b>নদী</b>[/caption]\nপরে',
    ['figure 51 ভোরের নদী', 'paragraph পরে'],
  ],
  [
    'a picture among words',
    'আগে <img src="/a.jpg" class="wp-image-5"> পরে',
    ['paragraph আগে', 'figure 5', 'paragraph পরে'],
  ],
  [
    'a picture that is not here',
    '<p>আগে</p><p><img src="/a.jpg" class="wp-image-404"></p>',
    ['paragraph আগে'],
  ],
  [
    'an image block',
    '<figure class="wp-block-image"><img src="/a.jpg" class="wp-image-6"/><figcaption class="wp-element-caption">যা দেখা যায়</figcaption></figure>',
    ['figure 6 যা দেখা যায়'],
  ],
  [
    'a gallery of the block editor, old and new',
    '<figure class="wp-block-gallery"><figure class="wp-block-image"><img src="a" class="wp-image-1"/></figure><figure class="wp-block-image"><img src="b" class="wp-image-2"/></figure></figure><figure class="wp-block-gallery"><ul><li><figure><img src="c" data-id="3"/></figure></li></ul><figcaption>মেলা</figcaption></figure>',
    ['gallery 1,2', 'gallery 3 মেলা'],
  ],
  ['galleries as shortcodes', '[gallery ids="3,4" columns="2"]\n[gallery]', ['gallery 3,4', 'gallery 7']],
  [
    'frames',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe><iframe src="https://www.facebook.com/plugins/video.php?href=https%3A%2F%2Fwww.facebook.com%2Fp%2Fvideos%2F1%2F"></iframe><iframe src="https://ads.example/x"></iframe>',
    ['youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'facebook https://www.facebook.com/p/videos/1/'],
  ],
  [
    'addresses alone on a line, and in the middle of one',
    'দেখুন\n\nhttps://youtu.be/dQw4w9WgXcQ\n\nদেখুন https://youtu.be/dQw4w9WgXcQ এখানে\n\nhttps://unknown.example/a',
    [
      'paragraph দেখুন',
      'youtube https://youtu.be/dQw4w9WgXcQ',
      'paragraph দেখুন https://youtu.be/dQw4w9WgXcQ এখানে',
      'paragraph https://unknown.example/a',
    ],
  ],
  [
    'an embed block and an embed shortcode',
    '<figure class="wp-block-embed is-type-video"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n</div><figcaption>ভিডিও</figcaption></figure>[embed width="5"]https://vimeo.com/1[/embed]',
    ['youtube https://www.youtube.com/watch?v=dQw4w9WgXcQ', 'link https://vimeo.com/1'],
  ],
  [
    'sounds and films',
    '[audio mp3="https://old.example/wp-content/uploads/a.mp3"][/audio]\n<video controls src="https://old.example/wp-content/uploads/b.mp4"></video>',
    ['audio /media/a.mp3', 'video /media/b.mp4'],
  ],
  [
    'a tweet',
    '<blockquote class="twitter-tweet"><p>কথা</p>&mdash; ক (@k) <a href="https://twitter.com/k/status/1">May</a></blockquote><script async src="https://platform.twitter.com/widgets.js"></script>',
    ['x https://twitter.com/k/status/1'],
  ],
  [
    'a quotation and a table with a caption',
    '<blockquote class="wp-block-quote"><p>উক্তি</p><cite>ক</cite></blockquote><figure class="wp-block-table"><table><tbody><tr><td>এক</td><td>দুই</td></tr></tbody></table></figure>',
    ['blockquote উক্তি|ক', 'table এক|দুই'],
  ],
  [
    'a picture in a list',
    '<ul><li>এক <img src="a" class="wp-image-8"></li></ul>',
    ['bulletList এক', 'figure 8'],
  ],
  [
    'shortcodes of plugins around words',
    '[vc_row][vc_column width="1/1"]ভেতরের কথা[/vc_column][/vc_row] [contact-form-7 id="1"]',
    ['paragraph ভেতরের কথা'],
  ],
  [
    'brackets that are words',
    'তিনি [sic] বলেন [[gallery]] [নাম নেই] a[1]',
    ['paragraph তিনি [sic] বলেন [gallery] [নাম নেই] a[1]'],
  ],
  [
    'what is left of Windows-1252',
    '\u0093খবর\u0094 &#147;আর&#148; &nbsp;&amp; C:/temp',
    ['paragraph “খবর” “আর” \u00a0& C:/temp'],
  ],
  ['signs that are no tags', '5 < 6 && 7 > 3', ['paragraph 5 < 6 && 7 > 3']],
  [
    'an emoji that was drawn',
    'ভালো <img class="emoji" alt="🙂" src="https://s.w.org/x.svg">',
    ['paragraph ভালো 🙂'],
  ],
])('%s', (_, source, blocks) => {
  expect(textsOf(source)).toEqual(blocks);
});

test.each([
  '<script>alert(1)</script>',
  '<p onclick="alert(1)">ক</p><style>p{}</style>',
  '<a href="javascript:alert(1)">ক</a>',
  '<svg><script>alert(1)</script></svg><object data="x"></object>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<scr<script>ipt>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[caption]<img src=x onerror=alert(1)>[/caption]',
  '[embed]javascript:alert(1)[/embed]',
  '[video src="javascript:alert(1)"]',
  '<!-- wp:html --><iframe src="data:text/html,<script>alert(1)</script>"></iframe><!-- /wp:html -->',
])('nothing of %j can run', (source) => {
  const json = JSON.stringify(blocksOf(source));
  expect(json).not.toMatch(/javascript:|onerror|onclick|<script|srcdoc|data:text/i);
});

test('links are led to where they lead now, and whatever was skipped is named', () => {
  expect(JSON.stringify(blocksOf('<a href="https://old.example/?p=5">আগে</a>'))).toContain('"/sports/9"');
  const { dropped } = readBody('[vc_row a="b"]x[/vc_row]<iframe src="https://ads.example/x"></iframe>');
  expect([...dropped]).toEqual(['shortcode [vc_row]', 'frame of ads.example']);
});

test('a text made to be slow is no slower than its length', () => {
  for (const piece of [
    '[caption id="x"]',
    '<figure>',
    '[[',
    '<!--',
    '<blockquote class="twitter-tweet">',
    'https://youtu.be/',
    '<p>',
    '\uE0F00\uE0F1',
  ]) {
    const { items } = readBody(piece.repeat(Math.ceil(200_000 / piece.length)));
    expect(items.length).toBeLessThan(20_000);
  }
});
