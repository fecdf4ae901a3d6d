import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { fillEmptyBody } from './fill-empty-body.ts';

const through = (...chunks: string[]) =>
  text(
    Readable.from(chunks.map((chunk) => Buffer.from(chunk))).pipe(fillEmptyBody('<noscript>না</noscript>')),
  );

test('the empty body of a refused page says so to whoever has no scripts, once', async () => {
  const empty = [
    '<!DOCTYPE html><html id="__next_error__"><head>',
    '</head><body><script>খ</script>',
    '<body>',
  ];
  expect(await through(...empty)).toBe(
    '<!DOCTYPE html><html id="__next_error__"><head></head><body><noscript>না</noscript><script>খ</script><body>',
  );
});

test('a page that has a body of its own stays as it is', async () => {
  const page = '<!DOCTYPE html><html lang="bn"><body><main>পাওয়া যায়নি</main></body></html>';
  expect(await through(page)).toBe(page);
});
