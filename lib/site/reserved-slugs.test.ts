import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { visitorSegments } from './paths';
import { reservedSlugs } from './reserved-slugs';

/** First segments that the routes below a folder answer; groups such as `(reader)` are no segment. */
function segmentsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('['))
    .flatMap(({ name }) => {
      if (name.startsWith('(')) return segmentsIn(`${folder}/${name}`);
      return readdirSync(`${folder}/${name}`, { recursive: true }).some((file) =>
        /(page\.tsx|route\.ts)$/.test(String(file)),
      )
        ? [name]
        : [];
    });
}

test('no section may take the address of a page of ours', () => {
  const ours = [...segmentsIn('app'), ...visitorSegments];
  expect(ours).toContain('topic');
  expect(ours.filter((segment) => !reservedSlugs.has(segment))).toEqual([]);
});

test('no section may take the address of a folder of public files', () => {
  const folders = readdirSync('public').filter((name) => existsSync(`public/${name}`));
  expect(folders.filter((name) => !reservedSlugs.has(name))).toEqual([]);
});
