import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { snapshotBuild } from '@barta/edge';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scriptHash } from '@/lib/cache/inline-script';
import { inlineScriptHashes } from './inline-script-hashes';
import { snapshotOptions } from './renderer-command';
import { staticFiles } from './static-files';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'barta-builds-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string): void {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), content);
}

/** As `next build` does: the whole former build is removed first. */
function buildAs(id: string): void {
  rmSync(join(root, '.next'), { recursive: true, force: true });
  rmSync(join(root, 'public/enhance'), { recursive: true, force: true });
  write('.next/BUILD_ID', id);
  write('.next/cache/large', 'x');
  write('.next/server/cache/page.js', 'kept');
  write(`.next/static/chunks/${id}.css`, `css of ${id}`);
  write(`public/enhance/reader-${id}.js`, `js of ${id}`);
}

test('style sheets and scripts of the build before are still there, those of long ago are not', async () => {
  const fileOnDisk = staticFiles(root);
  for (const [at, id] of ['one', 'two', 'three', 'four', 'five'].entries()) {
    buildAs(id);
    snapshotBuild({ ...snapshotOptions, root });
    utimesSync(join(root, `.next-${id}`), 1000 + at, 1000 + at);
  }

  const css = async (id: string) => (await fileOnDisk(`/_next/static/chunks/${id}.css`))?.body.toString();
  expect(await css('five')).toBe('css of five');
  expect(await css('two')).toBe('css of two');
  expect(await css('one')).toBeUndefined();
  const script = await fileOnDisk('/enhance/reader-two.js');
  expect(script?.body.toString()).toBe('js of two');
  expect(script?.contentType).toBe('text/javascript; charset=utf-8');
});

test('the scripts that stand in pages are known of each build whose pages may still be there', () => {
  const firstScripts = { one: 'old()', two: 'old()', three: 'new()' };
  for (const [at, [id, script]] of Object.entries(firstScripts).entries()) {
    buildAs(id);
    write(`public/enhance/firstPaint-${id}.js`, `${script}\n`);
    write('public/enhance/manifest.json', JSON.stringify({ firstPaint: `/enhance/firstPaint-${id}.js` }));
    snapshotBuild({ ...snapshotOptions, root });
    utimesSync(join(root, `.next-${id}`), 1000 + at, 1000 + at);
  }

  expect(inlineScriptHashes(root)).toEqual([scriptHash('new()'), scriptHash('old()')]);
});

test('a build without scripts has none', () => {
  buildAs('one');
  snapshotBuild({ ...snapshotOptions, root });

  expect(inlineScriptHashes(root)).toEqual([]);
});

test.each([
  '/_next/static/../BUILD_ID',
  '/_next/static/%2e%2e/BUILD_ID',
  '/_next/static/..%2fBUILD_ID',
  '/_next/static/.hidden.css',
  '/_next/static',
  '/_next/static/',
  '/fonts/',
  '/enhance/manifest',
  '/media/one.css',
  '/_next/server/cache/page.js',
])('%s is no file of a build', async (path) => {
  buildAs('one');
  snapshotBuild({ ...snapshotOptions, root });

  expect(await staticFiles(root)(path)).toBeUndefined();
});
