import { describe, expect, test } from 'vitest';
import { finishDocument } from './finish-document.ts';

const keepScript = (attributes: string) => attributes.includes('src="/enhance/');

const finished = (html: string) => {
  const document = finishDocument(html, keepScript);
  if (!document.ok) throw new Error(document.reason);
  return document;
};

describe('what goes', () => {
  test.each([
    ['a script of the framework', '<script src="/_next/static/chunks/a.js" async=""></script>'],
    ['an inline script', '<script>self.__next_f.push([1,"<p>not a page</p>"])</script>'],
    ['an inline script over lines', '<script id="_R_">\nrequestAnimationFrame(()=>{});\n</script>'],
    ['its preload', '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>'],
    ['its module preload', '<link rel="modulepreload" href="/_next/static/chunks/a.js"/>'],
    ['what would hold back the paint', '<link rel="expect" href="#_R_" blocking="render"/>'],
    ['the marks of React', '<!--$--><!--/$--><!-- --><!--&--><!--/&-->'],
    ['its empty box for metadata', '<div hidden=""><!--$--><!--/$--></div>'],
    ['the size marker', '<meta name="next-size-adjust" content=""/>'],
  ])('%s', (_, part) => {
    expect(finished(`<main>আগে${part}পরে</main>`).html).toBe('<main>আগেপরে</main>');
  });
});

describe('what stays', () => {
  test.each([
    ['structured data', '<script type="application/ld+json">{"@type":"NewsArticle"}</script>'],
    ['our own module', '<script type="module" src="/enhance/reader-AB12CD34.js"></script>'],
    ['a style sheet', '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>'],
    [
      'the preload of a font',
      '<link rel="preload" href="/fonts/a.woff2" as="font" crossorigin="" type="font/woff2"/>',
    ],
    [
      'the fields of a form',
      '<input type="hidden" name="$ACTION_REF_1"/><input name="$ACTION_1:0" value="{&quot;a&quot;:1}"/>',
    ],
    ['what a reader typed', '<textarea>&lt;script&gt;alert(1)&lt;/script&gt;</textarea>'],
    ['a hidden box with something in it', '<div hidden="">x</div>'],
  ])('%s', (_, part) => {
    expect(finished(`<main>${part}</main>`).html).toBe(`<main>${part}</main>`);
  });
});

test('what runs before anything is drawn stands above the style sheets, which it would wait for', () => {
  const first = '<script data-first-paint="true">first()</script>';
  const sheet = '<link rel="stylesheet" href="/_next/static/chunks/a.css"/>';
  const head = (inner: string) => `<head><meta charSet="utf-8"/>${inner}</head>`;
  expect(finished(head(`${sheet}${sheet}<title>ক</title>${first}`)).html).toBe(
    head(`${first}${sheet}${sheet}<title>ক</title>`),
  );
  expect(finished(head(first)).html).toBe(head(first));
});

describe('the cache tags', () => {
  const meta = (json: string) => `<meta name="cache-tags" content="${json.replaceAll('"', '&quot;')}"/>`;

  test('are read and taken out', () => {
    const document = finished(`<head>${meta('{"tags":["story:7","topic:খাল"],"swr":["latest"]}')}</head>`);

    expect(document).toEqual({
      ok: true,
      html: '<head></head>',
      cacheTags: { tags: ['story:7', 'topic:খাল'], swr: ['latest'] },
    });
  });

  test('are merged where a page names them in several places', () => {
    const { cacheTags: merged } = finished(
      meta('{"tags":["a","b"]}') + meta('{"tags":["b","c"],"swr":["d"],"status":410}'),
    );

    expect(merged).toEqual({ tags: ['a', 'b', 'c'], swr: ['d'], status: 410 });
  });

  test('may hold characters that HTML escapes', () => {
    const { cacheTags: read } = finished(
      '<meta name="cache-tags" content="{&quot;tags&quot;:[&quot;topic:a&amp;b&lt;&#x27;&quot;]}"/>',
    );

    expect(read?.tags).toEqual(["topic:a&b<'"]);
  });

  test('are understood as a renderer of an older build wrote them', () => {
    const older =
      '<meta name="page-note" content="{&quot;tags&quot;:[&quot;a&quot;],&quot;soft&quot;:[&quot;b&quot;]}"/>';

    expect(finished(older)).toEqual({ ok: true, html: '', cacheTags: { tags: ['a'], swr: ['b'] } });
  });

  test('are undefined for a page without them', () => {
    expect(finished('<p>x</p>').cacheTags).toBeUndefined();
  });
});

test.each([
  ['waits to be streamed', '<!--$?--><template id="B:0"></template><p>…</p><!--/$-->'],
  ['failed and was left to the browser', '<!--$!--><template data-dgst="1"></template><!--/$-->'],
  ['is a placeholder', '<template id="P:1"></template>'],
])('a page is refused when a part of it %s', (_, part) => {
  expect(finishDocument(`<main>${part}</main>`, keepScript)).toMatchObject({ ok: false });
});

test('without a rule for scripts only the cache tags are taken out', () => {
  const page = '<script src="/_next/static/chunks/a.js"></script><!--$?--><template id="B:0"></template>';

  expect(finishDocument(`<meta name="cache-tags" content="{&quot;tags&quot;:[]}"/>${page}`)).toEqual({
    ...{ ok: true, html: page },
    cacheTags: { tags: [], swr: [] },
  });
});
