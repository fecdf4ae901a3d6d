import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CardWords, cardFile, cardShapes, cardSize, namedCard } from './card';
import { cardStore } from './card-store';
import { drawCard } from './draw-card';
import { typeset } from './typeset';

const words: CardWords = {
  of: 'story',
  id: 7,
  headline: 'কুয়াশায় আট ঘণ্টা বন্ধ ফেরি',
  siteName: 'বার্তা',
  below: '২৪ নভেম্বর ২০২৬',
  pictureFile: null,
};
const black = { width: 900, height: 400, sizes: [60], colour: '#000000' };

describe('a card', () => {
  test.each(cardShapes)(
    '%s has its size, is a JPEG, and light enough to be fetched by anyone',
    async (shape) => {
      const bytes = await drawCard(words, shape, null);
      const { format, width, height } = await sharp(bytes).metadata();
      expect({ format, width, height }).toEqual({ format: 'jpeg', ...cardSize[shape] });
      expect(bytes.length).toBeLessThan(300_000);
    },
  );

  test('shows the picture where there is one, and the cover where its file is broken', async () => {
    const photo = readFileSync('db/seed/pictures/setu.webp');
    const [cover, pictured, broken] = await Promise.all([
      drawCard(words, 'wide', null),
      drawCard(words, 'wide', photo),
      drawCard(words, 'wide', Buffer.from('no picture at all')),
    ]);
    expect(pictured.equals(cover)).toBe(false);
    expect(broken.equals(cover)).toBe(true);
  });

  test('has another name for other words and another picture, the same for the same', () => {
    const names = [
      words,
      { ...words, headline: 'সংশোধিত শিরোনাম' },
      { ...words, pictureFile: 'a.webp' },
      { ...words, siteName: 'অন্য' },
    ].map((one) => cardFile(one, 'wide'));
    expect(new Set(names).size).toBe(4);
    expect(cardFile({ ...words }, 'wide')).toBe(names[0]);
    expect(namedCard(names[0] ?? '')).toEqual({ of: 'story', id: 7, shape: 'wide' });
  });

  test.each([
    '7.jpg',
    '7-abc-wide.jpg',
    '07-0123456789ab-wide.jpg',
    '../7-0123456789ab-wide.jpg',
    '7-0123456789ab-tall.jpg',
    'staff-7-0123456789ab-wide.jpg',
  ])('%s is no card’s name', (file) => {
    expect(namedCard(file)).toBeNull();
  });
});

describe('a headline on a card', () => {
  test.each([
    ['one word', 'ফেরি'],
    ['three hundred letters', 'দ্বন্দ্ব ও উচ্ছ্বাস '.repeat(16)],
    ['one endless word', 'ক'.repeat(200)],
    ['markup', '<b>&amp;</b> & "উদ্ধৃতি" <span foreground="red">'],
    ['a broken letter', 'ক\ud800\u0007খ'],
    ['nothing', ' '],
    ['nothing that can be seen', '\u200b\u200c\u200d\ufeff'],
  ])('of %s stays in its box', async (_, headline) => {
    const set = await typeset(headline, { width: 520, height: 380, sizes: [58, 46, 36], colour: '#16161a' });
    expect(set.width).toBeLessThanOrEqual(520);
    expect(set.height).toBeLessThanOrEqual(380);
  });

  test('has no picture among its letters: our face would set boxes with numbers', async () => {
    const [plain, pictured] = await Promise.all(
      ['খবর ১ © #1', '🐅🇧🇩 খবর ১ © #1 👩‍👩‍👧‍👦🏳️‍🌈❤️\u{10ffff}'].map((text) => typeset(text, black)),
    );
    expect(pictured?.png.equals(plain?.png ?? Buffer.of())).toBe(true);
  });

  // A conjunct that is not shaped falls apart into letters side by side with a hasanta: it is wider.
  test.each([
    ['ক্ষ', 'ক', 'ষ'],
    ['জ্ঞ', 'জ', 'ঞ'],
    ['ন্দ্ব', 'ন', 'দ', 'ব'],
    ['স্ত্র', 'স', 'ত', 'র'],
    ['চ্ছ্ব', 'চ', 'ছ', 'ব'],
  ])('has %s in one piece', async (conjunct, ...letters) => {
    const wide = async (text: string) => (await typeset(text, black)).width;
    const [whole, apart] = [await wide(conjunct), await wide(letters.join('\u200c'))];
    expect(whole).toBeLessThan(apart * 0.8);
  });

  test('has reph above, not a letter beside: র্ম is as wide as ম, and taller', async () => {
    const [reph, plain] = [await typeset('র্ম', black), await typeset('ম', black)];
    expect(reph.width - plain.width).toBeLessThan(10);
    expect(reph.height).toBeGreaterThan(plain.height);
  });

  test('has ি before its letter: কি begins further left than ক, and is not কই', async () => {
    const [sign, apart] = [await typeset('কি', black), await typeset('কই', black)];
    expect(sign.width).toBeLessThan(apart.width);
  });
});

describe('the folder of cards', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'barta-cards-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('takes the same card from two that have drawn it at once', async () => {
    const [store, other] = [cardStore(folder), cardStore(folder)];
    const file = cardFile(words, 'wide');
    await Promise.all([store, other, store, other].map((one) => one.put(file, Buffer.alloc(300_000, file))));
    expect((await store.open(file))?.length).toBe(300_000);
    expect(readdirSync(join(folder, '0'))).toEqual([file]);
  });

  test('keeps the newest of each shape, and of a neighbour nothing is lost', async () => {
    const store = cardStore(folder);
    const [old, now] = [cardFile(words, 'wide'), cardFile({ ...words, headline: 'নতুন' }, 'wide')];
    const square = cardFile(words, 'square');
    const neighbour = cardFile({ ...words, id: 8 }, 'wide');
    for (const file of [square, neighbour, old, now]) await store.put(file, Buffer.from(file));

    expect(await store.open(old)).toBeNull();
    expect(Buffer.from((await store.open(now)) ?? []).toString()).toBe(now);
    expect(readdirSync(join(folder, '0')).sort()).toEqual([square, now, neighbour].sort());
    expect(await store.open('../../secrets.json')).toBeNull();
  });
});
