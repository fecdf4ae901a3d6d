import { afterEach, expect, test } from 'vitest';
import { startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let site: TestEdge | undefined;
afterEach(() => site?.close());

const servePage = (_: unknown, response: import('node:http').ServerResponse) =>
  response.setHeader('content-type', 'text/html').end(`${tagsMeta('story:1')}<h1>খবর</h1>`);

test('a document is transformed once, and all readers get the result', async () => {
  let count = 0;
  site = await startTestEdge(servePage, {
    transform: (html, path) => html.replace('</h1>', ` ${path} ${++count}</h1>`),
  });
  for (const _ of [1, 2, 3]) {
    expect(await (await fetch(`${site.url}/national/1`)).text()).toBe('<h1>খবর /national/1 1</h1>');
  }
});

test('a failing transform is logged, and the page is served as it was', async () => {
  site = await startTestEdge(servePage, {
    transform: () => {
      throw new Error('no shaper');
    },
  });
  expect(await (await fetch(`${site.url}/national/1`)).text()).toBe('<h1>খবর</h1>');
  expect(site.lines).toEqual(['/national/1: the document could not be transformed: no shaper']);
});
