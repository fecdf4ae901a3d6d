import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictures } from '@/db/schema';
import { aMember } from '@/db/testing/builders';
import { audited, newsroom } from '@/db/testing/newsroom';
import { theOperator } from '@/lib/people/actor';
import { refused } from '@/lib/result';
import { keepPicture } from './keep-picture';
import { folderStore } from './store';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'barta-pictures-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Red above, blue below, so that it can be seen which way is up. */
async function aPicture(width = 1500, height = 1000) {
  const below = await sharp({
    create: { width, height: Math.ceil(height / 2), channels: 3, background: '#0000ff' },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: below, top: Math.floor(height / 2), left: 0 },
  ]);
}

test('a picture is kept in four widths, told in the audit, and not twice', async () => {
  const db = newsroom();
  const store = folderStore(join(folder, 'four'));
  const bytes = await (await aPicture()).jpeg().toBuffer();

  const first = await keepPicture(db, store, theOperator, { bytes, alt: 'নদী' });
  const again = await keepPicture(db, store, theOperator, { bytes, alt: 'অন্য' });

  expect(first).toEqual({ ok: true, value: { pictureId: 1 } });
  expect(again).toEqual(first);
  const [row] = db.select().from(pictures).all();
  expect(row).toMatchObject({ width: 1500, height: 1000, mime: 'image/jpeg', alt: 'নদী' });
  expect(row?.variants.map(({ width, height }) => [width, height])).toEqual([
    [320, 213],
    [640, 427],
    [960, 640],
    [1280, 853],
  ]);
  expect(await readdir(join(folder, 'four'))).toHaveLength(4);
  expect(audited(db)).toEqual(['keep-picture picture:1']);
});

test('a picture taken sideways is turned upright, and the camera’s notes are left behind', async () => {
  const db = newsroom();
  const store = folderStore(join(folder, 'upright'));
  const bytes = await (await aPicture(300, 200))
    .withExif({ IFD0: { Artist: 'Private Person' }, IFD3: { GPSLatitude: '23/1 42/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(bytes).metadata()).exif).toBeDefined();

  await keepPicture(db, store, theOperator, { bytes });

  const [row] = db.select().from(pictures).all();
  expect(row).toMatchObject({ width: 200, height: 300 });
  const variant = Buffer.from((await store.open(row?.variants[0]?.file ?? '')) ?? []);
  const shown = await sharp(variant).metadata();
  expect(shown).toMatchObject({ format: 'webp', width: 200, height: 300 });
  expect([shown.exif, shown.xmp, shown.iptc, shown.orientation]).toEqual(Array(4).fill(undefined));
  // Turned a quarter to the right, what was above is on the right.
  const { data } = await sharp(variant).raw().toBuffer({ resolveWithObject: true });
  expect(data[0]).toBeLessThan(60);
  expect(data[199 * 3]).toBeGreaterThan(200);
});

test('print colours become screen colours, and an animation one still', async () => {
  const db = newsroom();
  const store = folderStore(join(folder, 'colours'));
  const cmyk = await (await aPicture(64, 64)).toColourspace('cmyk').jpeg().toBuffer();
  const gif = await (await aPicture(50, 40)).gif().toBuffer();

  await keepPicture(db, store, theOperator, { bytes: cmyk });
  await keepPicture(db, store, theOperator, { bytes: gif });

  const rows = db.select().from(pictures).all();
  const first = Buffer.from((await store.open(rows[0]?.variants[0]?.file ?? '')) ?? []);
  expect((await sharp(first).metadata()).space).toBe('srgb');
  expect((await sharp(first).raw().toBuffer())[0]).toBeGreaterThan(180);
  expect(rows[1]?.variants).toMatchObject([{ width: 50, height: 40 }]);
});

/** A PNG that says it is 18,000 pixels wide and high, 1 GB when unpacked, and holds next to nothing. */
function aBomb(): Buffer {
  const header = '89504e470d0a1a0a0000000d49484452000046500000465008020000001855f615';
  return Buffer.from(
    `${header}0000001149444154789c63601805a360140c77000003e80001b3a6d3460000000049454e44ae426082`,
    'hex',
  );
}

async function halfAPicture(): Promise<Buffer> {
  const whole = await (await aPicture(1200, 800)).jpeg().toBuffer();
  return whole.subarray(0, whole.length / 2);
}

test.each<[string, () => Buffer | Promise<Buffer>, string]>([
  ['nothing', () => Buffer.alloc(0), 'no-picture'],
  ['words', () => Buffer.from('this is not a picture'), 'picture-kind'],
  [
    'a drawing that is a program',
    () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
    'picture-kind',
  ],
  ['a program of ours', () => readFileSync('package.json'), 'picture-kind'],
  ['half a picture', halfAPicture, 'picture-broken'],
  ['a bomb', aBomb, 'picture-too-large'],
  ['21 MB', () => Buffer.alloc(21 * 1024 * 1024, 1), 'picture-too-heavy'],
])('%s is refused, and nothing of it stays', async (_, make, code) => {
  const db = newsroom();
  const store = folderStore(join(folder, code));

  const outcome = await keepPicture(db, store, theOperator, { bytes: await make() });

  expect(outcome).toEqual(refused(code, 'picture'));
  expect(db.select().from(pictures).all()).toEqual([]);
  expect(audited(db)).toEqual([]);
});

test('a moderator keeps no pictures', async () => {
  const db = newsroom();
  const moderator = aMember(db, 'moderator');

  const outcome = await keepPicture(db, folderStore(folder), moderator, { bytes: Buffer.from('x') });

  expect(outcome).toEqual(refused('forbidden'));
});

test.each(['../secrets.json', '/etc/passwd', '', 'a.webp', '0123456789abcdef0123-320.webp/..'])(
  'the store opens no %j',
  async (file) => {
    expect(await folderStore(folder).open(file)).toBeNull();
    await expect(folderStore(folder).put(file, Buffer.from('x'))).rejects.toThrow('not the name');
  },
);
