import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cropClass, toneClass } from './picture-box';

const look = (focalX: number, focalY: number, colour = '') => ({ focalX, focalY, colour });
const wide = { width: 1600, height: 900 };
const tall = { width: 800, height: 1200 };

test.each([
  ['a wide one in a square, the face at the far left', { ...wide, look: look(5, 90) }, 'thumb', 'p0'],
  ['a wide one in a square, the face at the far right', { ...wide, look: look(98, 10) }, 'thumb', 'p8'],
  ['a wide one in a square, the face a little left', { ...wide, look: look(40, 50) }, 'thumb', 'p2'],
  ['a tall one in a lead, the head at the top', { ...tall, look: look(10, 12) }, 'lead', 'p0'],
  ['a tall one in a lead, the head in the upper third', { ...tall, look: look(50, 33) }, 'lead', 'p2'],
  ['the middle', { ...tall, look: look(0, 50) }, 'lead', ''],
  ['a picture of the box’s own shape', { ...wide, look: look(0, 0) }, 'lead', ''],
  ['one of which nothing is known', { ...wide, look: null }, 'thumb', ''],
] as const)('%s is cropped where it should be', (_, picture, shape, expected) => {
  expect(cropClass(picture, shape)).toBe(expected);
});

test.each([
  ['#000000', 't0'],
  ['#ffffff', 't3'],
  ['#5d9ac0', 't9'],
  ['#506f48', 't7'],
  ['', ''],
  ['red', ''],
])('the tone of %j is %j', (colour, expected) => {
  expect(toneClass(look(50, 50, colour))).toBe(expected);
});

test('every class that can be asked for stands in the readers’ style sheet', () => {
  const css = readFileSync('app/(reader)/styles/base.css', 'utf8');
  const classes = [...'0123567 8'.replace(' ', '')].map((n) => `.p${n} img {`);
  const tones = [...'0123456789abc'].map((n) => `.t${n} {`);
  for (const rule of [...classes, ...tones]) expect(css).toContain(rule);
});
