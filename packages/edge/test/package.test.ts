import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { installPacked, run } from '../../../scripts/packages/install-packed.mjs';

const folder = mkdtempSync(join(tmpdir(), 'edge-package-'));
const project = join(folder, 'project');
let installed = '';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(() => {
  // The package's dependencies are found one folder above the project.
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  installed = installPacked('edge', project);
  writeFileSync(join(project, 'package.json'), '{ "type": "module" }');
}, 120_000);

test('the tarball contains the build, the example and the README, and no sources or tests', () => {
  const names = readdirSync(installed).filter((name) => name !== 'node_modules');
  expect(names.sort()).toEqual(['README.md', 'dist', 'example', 'package.json']);
  const files = readdirSync(join(installed, 'dist'), { recursive: true }).map(String);
  expect(files.filter((file) => /\.test\.|testing/.test(file))).toEqual([]);
});

test('every file that the exports name is in the tarball', () => {
  const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const targets = Object.values(exports).flatMap((target) =>
    typeof target === 'string' ? [target] : Object.values(target as Record<string, string>),
  );
  const files = targets.map((target) => target.replace('*', 'cache-tags'));
  expect(files.length).toBeGreaterThan(4);
  expect(files.filter((file) => !existsSync(join(installed, file)))).toEqual([]);
});

test('plain Node uses the package root and a module of it', () => {
  const program = `
    import { createEdge, createRendererPool, makePage } from '@barta/edge';
    import { cacheTagsMeta } from '@barta/edge/cache-tags';
    console.log(typeof createEdge, typeof createRendererPool, makePage({ status: 200, headers: [], body: Buffer.from('x') }).size);
    console.log(cacheTagsMeta({ tags: ['a'] }).name, import.meta.resolve('@barta/edge/end-with-parent').endsWith('.mjs'));`;
  writeFileSync(join(project, 'use.js'), program);
  expect(run(process.execPath, ['use.js'], project)).toBe('function function 1\ncache-tags true\n');
});

test('a TypeScript program gets its types', { timeout: 60_000 }, () => {
  const program = `
    import { type ChangeFeed, createEdge, createRendererPool } from '@barta/edge';
    const changeFeed: ChangeFeed = { version: () => 1, changesAfter: () => ({ changes: [], lastId: 0 }), close() {} };
    export const edge = createEdge({ siteUrl: 'http://127.0.0.1:3000', renderer: createRendererPool(), changeFeed });
    // @ts-expect-error the edge must know what changes
    createEdge({ siteUrl: 'http://127.0.0.1:3000', renderer: createRendererPool() });`;
  writeFileSync(join(project, 'use.ts'), program);
  const tsc = resolve('node_modules/typescript/bin/tsc');
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
  expect(run(process.execPath, [tsc, ...options, '--skipLibCheck', 'use.ts'], project)).toBe('');
});
