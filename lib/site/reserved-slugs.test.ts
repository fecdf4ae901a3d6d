import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { demoData } from '@/lib/cli/demo/data';
import { reservedSlugs } from './reserved-slugs';

/** First segments of our own addresses: the folders of app/, those of its groups, and the files of public/. */
function firstSegments(folder = 'app'): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(({ name, parentPath }) => {
    if (/^\(.*\)$/.test(name)) return firstSegments(`${parentPath}/${name}`);
    return name.startsWith('[') ? [] : [name];
  });
}

const routes = firstSegments().filter((name) => !/\.(tsx?|css)$/.test(name) && name !== 'styles');

test.each([...routes, ...readdirSync('public')])('no section may be called %s', (segment) => {
  expect(reservedSlugs).toContain(segment);
});

test('the demo’s sections stand in nobody’s way', () => {
  for (const { slug } of demoData('sections')) expect(reservedSlugs).not.toContain(slug);
});
