import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { faceFiles } from '@/lib/fonts/faces';
import { facesNeededWhole } from '@/lib/fonts/outside-the-cut';
import { staticFiles } from './static-files';
import { linkWholeFonts } from './whole-fonts';

const serif = faceFiles['serif-700'];
const pageWith = (text: string) =>
  `<html><head><link rel="preload" href="${serif.cut}" as="font"/></head><body><h1>${text}</h1></body></html>`;
/** The first pair of consonants that the serif's cut does not draw. */
const outside = pairs().find((pair) => facesNeededWhole(pair).includes('serif-700')) ?? '';

function pairs(): string[] {
  const consonants = [...'কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ'];
  return consonants.flatMap((one) => consonants.map((other) => `${one}্${other}`));
}

test('a page inside the cut stays as it is', () => {
  const page = pageWith('সেন্ট্রাল কন্ট্রোল এন্ট্রি স্প্লিট গল্ফ স্প্রিন্ট');
  expect(linkWholeFonts(page)).toBe(page);
});

test('a page with a cluster outside the cut preloads and declares the whole face', () => {
  expect(outside).not.toBe('');
  const page = linkWholeFonts(pageWith(`খবর ${outside}`));
  expect(page).toContain(`<link rel="preload" href="${serif.whole}" as="font"/>`);
  expect(page).toContain(`<link rel="stylesheet" href="${serif.wholeStyles}"/>`);
  expect(page).not.toContain(serif.cut);
});

test('a page without our faces stays as it is', () => {
  const light = `<html><head></head><body>${outside}</body></html>`;
  expect(linkWholeFonts(light)).toBe(light);
});

test.each(Object.values(faceFiles).flatMap(Object.values))(
  '%s is served, and its name holds the hash of its content',
  async (path) => {
    const file = await staticFiles()(path);
    const hash = createHash('sha256')
      .update(file?.body ?? '')
      .digest('hex')
      .slice(0, 8);
    expect(basename(path).replace(/\.\w+$/, '')).toMatch(new RegExp(`-${hash}$`));
  },
);

test('the styles of the cut and of the desk name the files that there are', () => {
  const styles = readFileSync('app/fonts.css', 'utf8') + readFileSync('app/whole-fonts.css', 'utf8');
  for (const { cut, whole } of Object.values(faceFiles)) {
    expect(styles).toContain(`url("${cut}")`);
    expect(styles).toContain(`url("${whole}")`);
  }
});

test('a style sheet of an older build still finds a face under its plain name', async () => {
  expect((await staticFiles()('/fonts/serif-700.woff2'))?.contentType).toBe('font/woff2');
});
