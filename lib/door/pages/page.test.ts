import { expect, test } from 'vitest';
import { gzipPage, identityOf, leanPage, makePage, packPage, plainOf } from './page';

test('what is kept of a page takes no more room than its bytes', async () => {
  const page = makePage({
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    body: Buffer.from('নদীর পাড়ে আজ সকালে '.repeat(1500)),
  });

  await gzipPage(page);
  await packPage(page, 'br');
  await packPage(page, 'zstd');
  leanPage(page);
  identityOf(page);

  const { gzip, zstd, br, identity } = page.bodies;
  expect([gzip, zstd, br, identity].map((body) => body?.buffer.byteLength)).toEqual(
    [gzip, zstd, br, identity].map((body) => body?.length),
  );
});

test('what is packed is kept packed, and unpacked for whoever wants it plain', async () => {
  const words = Buffer.from('নদীর পাড়ে আজ সকালে '.repeat(1500));
  const page = makePage({
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    body: words,
  });
  let grown = 0;
  page.grown = () => grown++;

  leanPage(page);
  expect(page.bodies.identity).toEqual(words);
  await gzipPage(page);
  leanPage(page);
  expect(Object.keys(page.bodies)).toEqual(['gzip']);

  expect(await plainOf(page)).toEqual(words);
  await packPage(page, 'br');
  expect(page.bodies.identity).toBeUndefined();
  expect(grown).toBe(0);

  expect(identityOf(page)).toEqual(words);
  expect(page.bodies.identity).toEqual(words);
  expect(grown).toBe(1);
});
