/**
 * A program of its own, started by `image-worker-pool.ts`: only it decodes uploaded files. If one of them makes the
 * decoder hang, crash or use too much memory, only this process ends. Node runs the file directly, so it imports nothing of
 * the project but types.
 */
import { writeFileSync } from 'node:fs';
import exifr from 'exifr';
import sharp, { type Sharp } from 'sharp';
import type { ImageJob, ImageVariantFile, ProcessedImage } from './image-job';

/** Cameras produce 24 to 60 million; far larger images are meant to exhaust memory. */
const maxPixels = 100_000_000;
/** WebP's own limit; a strip of 10 by 10,000,000 is no picture either. */
const longestSide = 16_383;
/** Pixels of a page's columns, once and twice as dense. */
const widths = [320, 640, 960, 1280, 1920];
/** Of a writer's face beside a name, as in addresses.ts; in WebP only, for it is one `<img>`. */
const faceWidth = 160;
/** A phone shows at most 1280 real pixels across, and its first picture is to weigh no more than this. */
const phoneWidth = 1280;
const phoneBytes = 60_000;
/** What most phones take of it: a column of theirs at less than twice the density. */
const firstWidth = 640;

const maxMegabytes = Number(process.env.IMAGE_WORKER_MEGABYTES ?? 768);
/** CPU time rather than elapsed time, so that a busy machine does not cause refusals. */
const maxSeconds = Number(process.env.IMAGE_WORKER_CPU_SECONDS ?? 12);

// Only these decoders exist here: no SVG, no PDF, no ImageMagick, whatever a later libvips brings along.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: ['Jpeg', 'Png', 'Webp', 'Nsgif', 'Heif', 'Tiff'].map((name) => `VipsForeignLoad${name}Buffer`),
});
// One core per worker, and no cache: every image is processed once.
sharp.concurrency(1);
sharp.cache(false);

// If memory runs out, the kernel should end this process first.
try {
  writeFileSync('/proc/self/oom_score_adj', '1000');
} catch {
  // Not Linux, or not permitted: the check below is enough.
}
// The decoder runs in other threads, so this timer fires while it works.
let begun = process.cpuUsage();
setInterval(() => {
  const { user, system } = process.cpuUsage(begun);
  const isTooMuch = process.memoryUsage.rss() > maxMegabytes * 1024 * 1024;
  if (isTooMuch || user + system > maxSeconds * 1_000_000) process.exit(77);
}, 20).unref();

process.on('disconnect', () => process.exit(0));
process.on('message', async ({ id, kind, bytes }: ImageJob) => {
  begun = process.cpuUsage();
  const outcome = await processImage(kind, bytes).catch(() => 'picture-broken' as const);
  begun = process.cpuUsage();
  process.send?.(
    typeof outcome === 'string' ? { id, ok: false, fault: outcome } : { id, ok: true, image: outcome },
  );
});

async function processImage(kind: ImageJob['kind'], bytes: Uint8Array) {
  const header = await sharp(bytes, { limitInputPixels: false }).metadata();
  const isWhatItSays = header.format === (kind === 'avif' ? 'heif' : kind);
  if (!isWhatItSays) return 'picture-broken';
  const isTooLong = Math.max(header.width, header.height) > longestSide;
  if (isTooLong || header.width * header.height > maxPixels) return 'picture-too-large';

  const { width, height } = header.autoOrient;
  const wanted = widthsFor(width);
  const widest = wanted.at(-1) ?? width;
  // Decoded once; all else is made of these plain pixels, in which no metadata is left. An animation gives its first still.
  const { data, info } = await sharp(bytes, { limitInputPixels: maxPixels, failOn: 'truncated' })
    .autoOrient()
    .resize({ width: widest })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const plain = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });

  const files: { avif: ImageVariantFile[]; webp: ImageVariantFile[]; jpeg: ImageVariantFile[] } = {
    avif: [],
    webp: [],
    jpeg: [],
  };
  if (widest > faceWidth) {
    const { data: bytes, info: made } = await plain()
      .resize({ width: faceWidth })
      .webp({ quality: 76, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    files.webp.push({ width: made.width, height: made.height, mime: 'image/webp', bytes });
  }
  for (const at of wanted) {
    const sized = at === info.width ? plain() : plain().resize({ width: at });
    // What a phone shows first is looked at longer: a seventh lighter, for a tenth of a second.
    const effort = at > firstWidth ? 1 : 3;
    files.avif.push(
      await lightest(at, at > firstWidth ? [52, 42, 34, 27] : [48, 42, 34, 27], (quality) =>
        sized.clone().avif({ quality, effort, chromaSubsampling: '4:2:0' }),
      ),
    );
    files.webp.push(
      await lightest(at, [76, 58, 42], (quality) => sized.clone().webp({ quality, effort: 2 })),
    );
    // For browsers from before 2020 and for those who link here: no phone's first picture.
    files.jpeg.push(
      await lightest(at, [74], (quality) =>
        sized.clone().flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true }),
      ),
    );
  }
  return {
    ...{ width, height },
    colour: await meanColourOf(plain()),
    files: [...files.avif, ...files.webp, ...files.jpeg],
    metadata: await wordsIn(bytes),
  } satisfies ProcessedImage;
}

/** The first quality that is light enough for a phone; the last if none is. Wider ones need not be. */
async function lightest(
  width: number,
  qualities: readonly number[],
  encode: (quality: number) => Sharp,
): Promise<ImageVariantFile> {
  let made: ImageVariantFile | undefined;
  for (const quality of qualities) {
    const { data, info } = await encode(quality).toBuffer({ resolveWithObject: true });
    const format = info.format === 'heif' ? 'avif' : info.format;
    made = { width: info.width, height: info.height, mime: `image/${format}`, bytes: data };
    if (width > phoneWidth || data.length <= phoneBytes) break;
  }
  if (!made) throw new Error('no quality to try');
  return made;
}

/** Our widths as far as the picture has them, and its own where it is narrower than the widest. */
function widthsFor(original: number): number[] {
  const fitting = widths.filter((width) => width <= original);
  const widest = Math.min(original, widths.at(-1) ?? original);
  return fitting.includes(widest) ? fitting : [...fitting, widest];
}

async function meanColourOf(picture: Sharp): Promise<string> {
  const { channels } = await picture.clone().flatten({ background: '#ffffff' }).stats();
  const hex = channels.slice(0, 3).map(({ mean }) => Math.round(mean).toString(16).padStart(2, '0'));
  return `#${hex.join('')}`;
}

/**
 * What an agency or a photographer wrote into the file, by IPTC and XMP. EXIF's artist is left alone: cameras put
 * their owner's name there unasked. GPS is not even read.
 */
async function wordsIn(bytes: Uint8Array): Promise<ProcessedImage['metadata']> {
  const found = await exifr
    .parse(bytes, {
      ...{
        tiff: true,
        ifd1: false,
        exif: true,
        gps: false,
        interop: false,
        icc: false,
        jfif: false,
        ihdr: false,
      },
      ...{ iptc: true, xmp: true, mergeOutput: false, reviveValues: false, translateValues: false },
    })
    .catch(() => undefined);
  const { iptc = {}, xmp = {}, dc = {}, photoshop = {}, exif = {}, Iptc4xmpCore = {} } = found ?? {};
  const caption = firstOf(dc.description, xmp.description, iptc.Caption);
  const maker = firstOf(dc.creator, xmp.creator, iptc.Byline);
  const provider = firstOf(
    photoshop.Credit,
    xmp.Credit,
    iptc.Credit,
    photoshop.Source,
    xmp.Source,
    iptc.Source,
  );
  const credit =
    maker !== '' && provider !== '' && !provider.includes(maker) ? `${maker}/${provider}` : provider || maker;
  return {
    caption,
    credit,
    alt: firstOf(Iptc4xmpCore.AltTextAccessibility, xmp.AltTextAccessibility),
    takenAt: momentIn(exif.DateTimeOriginal, exif.OffsetTimeOriginal) ?? momentIn(photoshop.DateCreated),
  };
}

/** The first that holds words: XMP writes `{lang, value}`, or a list of them. */
function firstOf(...candidates: unknown[]): string {
  for (const candidate of candidates) {
    const text = textIn(candidate);
    if (text.trim() !== '') return text;
  }
  return '';
}

function textIn(value: unknown): string {
  if (typeof value === 'string') return repaired(value);
  if (Array.isArray(value)) return value.map(textIn).filter(Boolean).join(', ');
  if (value !== null && typeof value === 'object' && 'value' in value) return textIn(value.value);
  return '';
}

/** IPTC's bytes are read as Latin-1; most of today's are UTF-8. */
function repaired(text: string): string {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(text, 'latin1'));
  } catch {
    return text;
  }
}

/** `2026:11:24 18:30:00` and the like. Without an offset it is taken for Dhaka's time, where most of our cameras are. */
function momentIn(field: unknown, offset?: unknown): number | null {
  const match = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?))?/.exec(String(field ?? ''));
  if (!match) return null;
  const own = /([+-]\d\d:\d\d|Z)$/.exec(`${field}`)?.[1];
  const zone = own ?? (/^[+-]\d\d:\d\d$/.test(String(offset)) ? String(offset) : '+06:00');
  const at = Date.parse(`${match[1]}-${match[2]}-${match[3]}T${match[4] ?? '12:00'}${zone}`);
  return Number.isNaN(at) || at < 0 ? null : at;
}
