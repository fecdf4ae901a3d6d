import { expect, test } from 'vitest';
import { gzipPage, identityOf, leanPage, makePage, packPage } from './page';

test('what is kept of a page takes no more room than its bytes', async () => {
  const page = makePage({
    status: 200,
    headers: [['content-type', 'text/html; charset=utf-8']],
    body: Buffer.from('নদীর পাড়ে আজ সকালে '.repeat(1500)),
  });

  await gzipPage(page);
  await packPage(page);
  leanPage(page);
  identityOf(page);

  const { gzip, zstd, br, identity } = page.bodies;
  expect([gzip, zstd, br, identity].map((body) => body?.buffer.byteLength)).toEqual(
    [gzip, zstd, br, identity].map((body) => body?.length),
  );
});
