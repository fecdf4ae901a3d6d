import { expect, test } from 'vitest';
import { compressPage, dropUncompressedBody, gzipPage } from './compression/compress-page.ts';
import { makePage, uncompressedBody, uncompressedBodySync } from './page.ts';

test('what is kept of a page takes no more room than its bytes', async () => {
  const page = makePage({
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    body: Buffer.from('নদীর পাড়ে আজ সকালে '.repeat(1500)),
  });

  await gzipPage(page);
  await compressPage(page, 'br');
  await compressPage(page, 'zstd');
  dropUncompressedBody(page);
  uncompressedBodySync(page);

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
  page.onGrown = () => grown++;

  dropUncompressedBody(page);
  expect(page.bodies.identity).toEqual(words);
  await gzipPage(page);
  dropUncompressedBody(page);
  expect(Object.keys(page.bodies)).toEqual(['gzip']);

  expect(await uncompressedBody(page)).toEqual(words);
  await compressPage(page, 'br');
  expect(page.bodies.identity).toBeUndefined();
  expect(grown).toBe(0);

  expect(uncompressedBodySync(page)).toEqual(words);
  expect(page.bodies.identity).toEqual(words);
  expect(grown).toBe(1);
});
