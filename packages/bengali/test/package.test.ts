import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPacked, run } from '../../../scripts/packages/install-packed.mjs';

const tsc = resolve('node_modules/typescript/bin/tsc');
const folder = mkdtempSync(join(tmpdir(), 'bengali-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  // The package's dependencies are found one folder above the project.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  installPacked('bengali', join(folder, 'project'));
  writeFileSync(join(folder, 'project/package.json'), '{ "type": "module" }');
}, 120_000);

test('the tarball contains the build and the README, and no sources or tests', () => {
  const installed = join(folder, 'project/node_modules/@barta/bengali');
  expect(readdirSync(installed).sort()).toEqual(['README.md', 'dist', 'package.json']);
  const files = readdirSync(join(installed, 'dist'), { recursive: true }).map(String);
  expect(files).toContain('index.d.ts');
  expect(files.filter((file) => /\.test\.|testing|golden/.test(file))).toEqual([]);
});

test('plain Node uses the package root and a module of it', () => {
  const program = `
    import { fromBijoy, toBanglaDate, wordDiff } from '@barta/bengali';
    import { truncateGraphemes } from '@barta/bengali/graphemes';
    const texts = [fromBijoy('evsjv'), toBanglaDate({ year: 2026, month: 4, day: 14 }).monthName, truncateGraphemes('বাংলাদেশ', 2)];
    console.log(texts.join(' '), wordDiff('ক খ', 'ক গ').length);`;
  writeFileSync(join(folder, 'project/use.js'), program);
  expect(run(process.execPath, ['use.js'], join(folder, 'project')).trim()).toBe('বাংলা বৈশাখ বাংলা 3');
});

test('a TypeScript program gets its types', { timeout: 60_000 }, () => {
  const program = `
    import { type BanglaDate, findListedWords, fromBanglaDate, normalise, toBanglaDate } from '@barta/bengali';
    const date: BanglaDate = toBanglaDate({ year: 2026, month: 4, day: 14 });
    const found: string[] = findListedWords(normalise('চোর'), ['চোর']);
    export const year: number = fromBanglaDate(date).year + found.length;
    // @ts-expect-error a number is no text
    normalise(1);`;
  writeFileSync(join(folder, 'project/use.ts'), program);
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--skipLibCheck'];
  expect(run(process.execPath, [tsc, ...options, 'use.ts'], join(folder, 'project'))).toBe('');
});
