import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { snapshotBuild } from './next-builds.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'edge-builds-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

test('a build is copied once, with what belongs to it and without what it was made with', () => {
  write('.next/BUILD_ID', 'one');
  write('.next/cache/large', 'x');
  write('.next/notes', 'x');
  write('.next/server/cache/page.js', 'kept');
  write('public/assets/site.js', 'x');
  const options = { root, alsoCopy: ['public/assets', 'public/none'], ignore: ['notes'] };

  expect(snapshotBuild(options)).toEqual({ id: 'one', folder: '.next-one' });
  expect(snapshotBuild(options)).toEqual({ id: 'one', folder: '.next-one' });

  expect(readdirSync(join(root, '.next-one')).sort()).toEqual(['BUILD_ID', 'assets', 'server']);
  expect(readdirSync(join(root, '.next-one/server'))).toEqual(['cache']);
});

test('without a build the error says how to make one', () => {
  expect(() => snapshotBuild({ root })).toThrow('npm run build');
});
