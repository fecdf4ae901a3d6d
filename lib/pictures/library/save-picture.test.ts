import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { pictures } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { done, refused } from '@/lib/result';
import { imageWorkerPool } from '../image-worker/image-worker-pool';
import { folderPictureStore } from '../picture-store';
import { aJpeg, aPicture, aStore } from '../testing/a-picture';
import { savePicture } from './save-picture';
import { saveReaderPicture } from './save-reader-picture';

afterAll(() => imageWorkerPool().close());
const hostile = (file: string) => readFileSync(join('lib/pictures/testing/hostile', file));

test('a picture is kept in five widths of three kinds and once for a face, told in the audit, and not twice', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const bytes = await aJpeg({ width: 2400, height: 1600 });

  const first = await savePicture(db, store, theOperator, { bytes, alt: '  নদী  ' });
  const again = await savePicture(db, store, theOperator, { bytes, alt: 'অন্য' });

  expect(first).toEqual(done({ pictureId: 1, isKnown: false }));
  expect(again).toEqual(done({ pictureId: 1, isKnown: true }));
  const [row] = db.select().from(pictures).all();
  expect(row).toMatchObject({ width: 2400, height: 1600, mime: 'image/jpeg', alt: 'নদী', origin: 'desk' });
  expect(row?.variants.map(({ mime, width, height }) => [mime, width, height])).toEqual(
    ['image/avif', 'image/webp', 'image/jpeg'].flatMap((mime) => [
      ...(mime === 'image/webp' ? [[mime, 160, 107]] : []),
      [mime, 320, 213],
      [mime, 640, 427],
      [mime, 960, 640],
      [mime, 1280, 853],
      [mime, 1920, 1280],
    ]),
  );
  expect(row?.colour).toMatch(/^#7[0-9a-f]00[78][0-9a-f]$/);
  expect((await readdir(folder)).sort()).toEqual(row?.variants.map(({ file }) => file).sort());
  for (const { file, width, mime } of row?.variants ?? []) {
    const metadata = await sharp(Buffer.from((await store.open(file)) ?? [])).metadata();
    expect([metadata.width, `image/${metadata.format === 'heif' ? 'avif' : metadata.format}`]).toEqual([
      width,
      mime,
    ]);
  }
  expect(audited(db)).toEqual(['keep-picture picture:1']);
});

test('a narrow picture is not widened', async () => {
  const db = newsroom();
  await savePicture(db, aStore().store, theOperator, { bytes: await aJpeg({ width: 500, height: 300 }) });

  const [row] = db.select().from(pictures).all();
  expect(row?.variants.filter(({ mime }) => mime === 'image/jpeg').map(({ width }) => width)).toEqual([
    320, 500,
  ]);
});

test('what a phone shows first weighs no more than 60 kB, however restless the picture', async () => {
  const db = newsroom();
  const restless = await sharp({
    create: {
      ...{ width: 1280, height: 853, channels: 3, background: '#777' },
      noise: { type: 'gaussian', mean: 128, sigma: 14 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const { store } = aStore();

  await savePicture(db, store, theOperator, { bytes: restless });

  const [row] = db.select().from(pictures).all();
  const forPhones = row?.variants.filter(({ mime, width }) => mime === 'image/avif' && width <= 960) ?? [];
  expect(forPhones).toHaveLength(3);
  for (const { file } of forPhones) expect((await store.open(file))?.length).toBeLessThanOrEqual(60_000);
});

test.each(['orientation-3.jpg', 'orientation-6.jpg'])(
  '%s stands upright: the sun at the top left, the ground below',
  async (file) => {
    const db = newsroom();
    const { store } = aStore();
    await savePicture(db, store, theOperator, { bytes: hostile(file) });

    const [row] = db.select().from(pictures).all();
    expect(row).toMatchObject({ width: 300, height: 200 });
    for (const { file: variant } of row?.variants ?? []) {
      const image = sharp(Buffer.from((await store.open(variant)) ?? [])).removeAlpha();
      const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
      const ground = 3 * (Math.floor(info.height * 0.95) * info.width + Math.floor(info.width / 2));
      const [red = 0, green = 0, blue = 0] = [...data.subarray(ground, ground + 3)];
      expect(green).toBeGreaterThan(red);
      expect(green).toBeGreaterThan(blue);
      expect((await image.metadata()).orientation).toBeUndefined();
    }
  },
);

test('where it was taken and whose camera it was are in no file that is served', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  expect(hostile('gps.jpg').includes('Private Person')).toBe(true);

  await savePicture(db, store, theOperator, { bytes: hostile('gps.jpg') });

  for (const file of readdirSync(folder)) {
    const served = readFileSync(join(folder, file));
    expect(served.includes('Private Person')).toBe(false);
    const { exif, xmp, iptc, orientation } = await sharp(served).metadata();
    expect([exif, xmp, iptc, orientation]).toEqual(Array(4).fill(undefined));
  }
  expect(JSON.stringify(db.select().from(pictures).all())).not.toContain('Private Person');
});

test('print colours become screen colours, 16 bits become 8, and an animation one still', async () => {
  const db = newsroom();
  const { store } = aStore();
  const deep = await (await aPicture({ width: 64, height: 64 })).toColourspace('rgb16').png().toBuffer();
  for (const bytes of [hostile('cmyk.jpg'), deep, hostile('animated.gif')]) {
    expect(await savePicture(db, store, theOperator, { bytes })).toMatchObject({ ok: true });
  }
  const rows = db.select().from(pictures).all();
  for (const { file } of rows.flatMap(({ variants }) => variants)) {
    const metadata = await sharp(Buffer.from((await store.open(file)) ?? [])).metadata();
    expect([metadata.space, metadata.depth, metadata.pages ?? 1]).toEqual(['srgb', 'uchar', 1]);
  }
  expect(rows.map(({ width, height }) => [width, height])).toEqual([
    [300, 200],
    [64, 64],
    [50, 40],
  ]);
});

/** As an agency's wire service writes it. */
const wire = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 photoshop:Credit="বার্তা সংস্থা" photoshop:DateCreated="2026-11-20T08:15:00+06:00">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">পদ্মার ঘাটে   সকাল</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>রহিম উদ্দিন</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>`;

test('caption, credit and date are taught by what the agency wrote into the file', async () => {
  const db = newsroom();
  const bytes = await (await aPicture()).withXmp(wire).jpeg().toBuffer();

  // What was taken later than now would be a camera's mistake, and is not believed.
  const now = new Date('2026-11-24T06:00:00Z');
  await savePicture(db, aStore().store, theOperator, { bytes, caption: '' }, now);

  expect(db.select().from(pictures).get()).toMatchObject({
    caption: 'পদ্মার ঘাটে সকাল',
    credit: 'রহিম উদ্দিন/বার্তা সংস্থা',
    alt: '',
    takenAt: new Date('2026-11-20T02:15:00Z'),
  });
});

test('IPTC in UTF-8 is read as it was meant', async () => {
  const db = newsroom();
  const bytes = withIptc(await aJpeg(), { 120: 'হাওরে নৌকা', 110: 'বাসস' });

  await savePicture(db, aStore().store, theOperator, { bytes });

  expect(db.select().from(pictures).get()).toMatchObject({ caption: 'হাওরে নৌকা', credit: 'বাসস' });
});

test('what is typed goes before what the file says, and a novel in it is cut, not refused', async () => {
  const db = newsroom();
  const bytes = await (await aPicture())
    .withXmp(wire.replace('পদ্মার ঘাটে   সকাল', 'নদী '.repeat(5000)))
    .jpeg()
    .toBuffer();

  await savePicture(db, aStore().store, theOperator, { bytes, credit: 'মিতু' });

  const row = db.select().from(pictures).get();
  expect(row?.credit).toBe('মিতু');
  expect(row?.caption.length).toBeLessThan(2000);
  expect(row?.caption.endsWith('…')).toBe(true);
});

const manyBytes = (head: string, length: number) =>
  Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(length, 7)]);

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), 'no-picture'],
  ['words', () => hostile('not-a-picture.jpg'), 'picture-kind'],
  [
    'a drawing that is a program',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'picture-svg',
  ],
  [
    'the same behind a preamble',
    () => Buffer.from('<?xml version="1.0"?>\n<!-- x -->\n<SVG onload="x"/>'),
    'picture-svg',
  ],
  ['a program of ours', () => readFileSync('package.json'), 'picture-kind'],
  ['a film', () => Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isommp41', 'latin1'), 'picture-kind'],
  ['a telephone’s HEIC', () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'picture-heic'],
  ['half a picture', () => hostile('half.jpg'), 'picture-broken'],
  ['a JPEG’s head and noise', () => manyBytes('ffd8ffe000104a464946', 90_000), 'picture-broken'],
  ['a PNG’s head and noise', () => manyBytes('89504e470d0a1a0a', 90_000), 'picture-broken'],
  ['a WebP’s head and noise', () => manyBytes('52494646ffffff7f57454250', 90_000), 'picture-broken'],
  ['a GIF of nothing', () => Buffer.from('GIF89a', 'latin1'), 'picture-broken'],
  ['an AVIF of nothing', () => Buffer.from('\0\0\0\x18ftypavif\0\0\0\0avifmif1', 'latin1'), 'picture-broken'],
  ['a bomb', () => hostile('bomb-18000x18000.png'), 'picture-too-large'],
  [
    'a thread of 20,000 pixels',
    () => aPicture({ width: 20_000, height: 2 }).then((it) => it.png().toBuffer()),
    'picture-too-large',
  ],
  ['21 MB', () => manyBytes('ffd8ffe0', 21 * 1024 * 1024), 'picture-too-heavy'],
])('%s is refused, and nothing of it stays', async (_, make, code) => {
  const db = newsroom();
  const { folder, store } = aStore();

  const outcome = await savePicture(db, store, theOperator, { bytes: await make() });

  expect(outcome).toEqual(refused(code, 'picture'));
  expect(db.select().from(pictures).all()).toEqual([]);
  expect(await readdir(folder)).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test('of a picture that is a page too, only the picture is left', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const page = Buffer.from('<html><script>alert(document.cookie)</script></html>');
  const bytes = Buffer.concat([await aJpeg(), page]);

  expect(await savePicture(db, store, theOperator, { bytes })).toMatchObject({ ok: true });

  for (const file of readdirSync(folder))
    expect(readFileSync(join(folder, file)).includes('script')).toBe(false);
});

test('a picture with 60 kB of notes in it is taken without them', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  const bytes = await (await aPicture())
    .withExif({ IFD0: { ImageDescription: 'x'.repeat(60_000) } })
    .jpeg()
    .toBuffer();
  expect(bytes.length).toBeGreaterThan(60_000);

  expect(await savePicture(db, store, theOperator, { bytes })).toMatchObject({ ok: true });

  for (const file of readdirSync(folder)) expect(readFileSync(join(folder, file)).length).toBeLessThan(4000);
});

test('where the disk takes nothing it is said, and no picture is half there', async () => {
  const db = newsroom();
  const { folder, store } = aStore();
  let left = 2;
  const full = {
    ...store,
    async put(file: string, bytes: Uint8Array) {
      if (left-- === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
      return store.put(file, bytes);
    },
  };
  const bytes = await aJpeg();

  expect(await savePicture(db, full, theOperator, { bytes })).toEqual(
    refused('picture-not-stored', 'picture'),
  );
  expect([readdirSync(folder), db.select().from(pictures).all(), audited(db)]).toEqual([[], [], []]);

  expect(await savePicture(db, store, theOperator, { bytes })).toMatchObject({ ok: true });
});

test('a folder that is a file refuses with the same word', async () => {
  const { folder } = aStore();
  rmSync(folder, { recursive: true });
  writeFileSync(folder, 'not a folder');
  chmodSync(folder, 0o400);

  const outcome = await savePicture(newsroom(), folderPictureStore(folder), theOperator, {
    bytes: await aJpeg(),
  });

  expect(outcome).toEqual(refused('picture-not-stored', 'picture'));
  rmSync(folder);
});

test('a moderator keeps no pictures', async () => {
  const db = newsroom();
  const outcome = await savePicture(db, aStore().store, aMember(db, 'moderator'), { bytes: await aJpeg() });

  expect(outcome).toEqual(refused('forbidden'));
});

test('a reader’s picture stands apart until the desk sends in the same', async () => {
  const db = newsroom();
  const { store } = aStore();
  const bytes = await aJpeg();

  const waiting = aStore().store;
  expect(await saveReaderPicture(db, waiting, bytes)).toEqual(done({ pictureId: 1 }));
  expect(await saveReaderPicture(db, waiting, bytes)).toEqual(done({ pictureId: 1 }));
  const file = db.select().from(pictures).get()?.variants[0]?.file ?? '';
  expect(await store.open(file)).toBeNull();
  expect(db.select().from(pictures).get()).toMatchObject({ origin: 'reader', uploadedBy: null });

  const mitu = aMember(db, 'reporter');
  expect(await savePicture(db, store, mitu, { bytes })).toEqual(done({ pictureId: 1, isKnown: true }));
  expect(db.select().from(pictures).get()?.origin).toBe('desk');
  expect(await store.open(file)).not.toBeNull();
  expect(audited(db)).toEqual(['keep-picture picture:1', 'take-picture picture:1']);
});

test('a reader’s bomb is refused like anybody’s', async () => {
  const outcome = await saveReaderPicture(newsroom(), aStore().store, hostile('bomb-18000x18000.png'));
  expect(outcome).toEqual(refused('picture-too-large', 'picture'));
});

test.each([
  '../secrets.json',
  '/etc/passwd',
  '',
  'a.webp',
  '0123456789abcdef0123-320.webp/..',
  '0123456789abcdef0123-320.svg',
])('the store opens no %j', async (file) => {
  const { store } = aStore();
  expect(await store.open(file)).toBeNull();
  await expect(store.put(file, Buffer.from('x'))).rejects.toThrow('not the name');
});

/** The same JPEG with an APP13 segment: IPTC records 2:n in UTF-8, as Photoshop wraps them. */
function withIptc(jpeg: Buffer, records: Record<number, string>): Buffer {
  const data = Object.entries(records).map(([dataset, text]) => {
    const value = Buffer.from(text);
    const head = Buffer.from([0x1c, 2, Number(dataset), 0, 0]);
    head.writeUInt16BE(value.length, 3);
    return Buffer.concat([head, value]);
  });
  const iptc = Buffer.concat([Buffer.from([0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]), ...data]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(iptc.length);
  const block = Buffer.concat([
    Buffer.from('Photoshop 3.0\0'),
    Buffer.from('8BIM'),
    Buffer.from([4, 4, 0, 0]),
    size,
    iptc,
    Buffer.alloc(iptc.length % 2),
  ]);
  const length = Buffer.alloc(2);
  length.writeUInt16BE(block.length + 2);
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xed]), length, block, jpeg.subarray(2)]);
}
