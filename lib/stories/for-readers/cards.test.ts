import { expect, test } from 'vitest';
import type { PictureVariant } from '@/db/schema';
import { face, photo } from './cards';

const files = (mime: string, ...widths: number[]): PictureVariant[] =>
  widths.map((width) => ({ file: `a-${width}.${mime.slice(6)}`, width, height: width, mime }));

const kept = [
  ...files('image/avif', 320, 640),
  ...files('image/webp', 160, 320, 640),
  ...files('image/jpeg', 320, 640),
];

test('a face is offered the file that is made for it, and none that is wider than any face', () => {
  expect(face(kept, 'মিতু')?.srcSet).toBe('/media/a-160.webp 160w, /media/a-320.webp 320w');
});

test('a portrait from before that file has its narrowest', () => {
  const older = kept.filter(({ width }) => width !== 160);
  expect(face(older, 'মিতু')?.srcSet).toBe('/media/a-320.webp 320w');
  expect(face(files('image/png', 500), 'মিতু')?.srcSet).toBe('/media/a-500.png 500w');
  expect(face(null, 'মিতু')).toBeNull();
});

test('a photograph is not offered a face’s file, unless it has no other', () => {
  const image = photo(kept, 'একটি ফেরি');
  expect(image?.srcSet).toBe('/media/a-320.webp 320w, /media/a-640.webp 640w');
  expect(image?.sources?.flatMap((source) => source.files.map(({ width }) => width))).toEqual([
    320, 640, 320, 640,
  ]);
  expect(photo(files('image/webp', 160), '')?.srcSet).toBe('/media/a-160.webp 160w');
});
