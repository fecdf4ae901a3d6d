import { promisify } from 'node:util';
import { brotliCompress, constants, gzip, zstdCompress } from 'node:zlib';
import {
  isCompressible,
  type Page,
  type SlowCompression,
  trimBuffer,
  uncompressedBody,
  uncompressedBodySync,
} from '../page.ts';
import { isHeldForSending } from '../send-page.ts';

const gzipAsync = promisify(gzip);
const brotliAsync = promisify(brotliCompress);
const zstdAsync = promisify(zstdCompress);

/** Next's own level; a page of 26 kB takes half a millisecond, off the event loop. */
export async function gzipPage(page: Page): Promise<void> {
  if (worthCompressing(page))
    page.bodies.gzip = trimBuffer(await gzipAsync(uncompressedBodySync(page), { level: 6 }));
}

/**
 * The smallest form, made in the background: brotli 11, an eighth smaller than gzip and some 50 ms of work, or zstd 12.
 * Brotli 9 takes 32 MB for a moment, which started ten full garbage collections a second while many pages changed; 11
 * takes two.
 */
export async function compressPage(page: Page, compression: SlowCompression): Promise<void> {
  if (!worthCompressing(page) || page.bodies[compression]) return;
  page.bodies[compression] = trimBuffer(await slowly[compression](await uncompressedBody(page), page));
}

const slowly = {
  br: (identity: Buffer, page: Page) =>
    brotliAsync(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 11,
        [constants.BROTLI_PARAM_LGWIN]: windowFor(page),
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: page.size,
      },
    }),
  zstd: (identity: Buffer, page: Page) =>
    zstdAsync(identity, {
      params: { [constants.ZSTD_c_compressionLevel]: 12, [constants.ZSTD_c_windowLog]: windowFor(page) },
    }),
};

/**
 * Drops the bytes that hardly anybody asks for: five sixths of what a page takes. Whoever does ask is given what gzip
 * holds, and from then on they stay.
 */
export function dropUncompressedBody(page: Page): void {
  if (page.bodies.gzip && !isHeldForSending(page, 'identity')) delete page.bodies.identity;
}

/** As large as the page and no larger: the usual window of brotli takes 4 MB for each page that is compressed. */
function windowFor({ size }: Page): number {
  return Math.min(22, Math.max(16, Math.ceil(Math.log2(size))));
}

function worthCompressing(page: Page): boolean {
  return page.size > 512 && isCompressible(page.headers);
}
