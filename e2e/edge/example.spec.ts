import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { installPacked, run } from '../../scripts/packages/install-packed.mjs';
import { aFreePort } from '../support/server/test-server';

// The example of packages/edge, with the package as a stranger gets it: packed, and installed into a folder of its own. That
// folder is inside the repository, where Next and React are found without being copied.
let project: string;
let server: ChildProcess | undefined;
let url: string;

test.beforeAll(async () => {
  test.setTimeout(600_000);
  mkdirSync('var', { recursive: true });
  project = mkdtempSync(resolve('var/edge-example-'));
  cpSync('packages/edge/example', project, { recursive: true });
  installPacked('edge', project);
  // Next would take the repository's configuration, which it finds above.
  writeFileSync(join(project, 'next.config.mjs'), 'export default {};\n');
  run(process.execPath, [resolve('node_modules/next/dist/bin/next'), 'build'], project);
  const port = await aFreePort();
  url = `http://127.0.0.1:${port}`;
  server = spawn(process.execPath, ['server.mjs'], {
    cwd: project,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { stdout } = server;
  await new Promise((resolve, reject) => {
    stdout?.once('data', resolve).once('close', () => reject(new Error('the example has ended')));
  });
});

test.afterAll(async () => {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill();
    await ended;
  }
  rmSync(project, { recursive: true, force: true, maxRetries: 5 });
});

const read = async (path: string) => (await fetch(url + path)).text();

test('a page is rendered once, is fresh after its change, and leaves the others cached', async ({ page }) => {
  const first = await read('/apples');
  expect(first).toContain('apples: 0');
  expect(first).toContain('Render 1 of');
  expect(first).not.toContain('<meta name="cache-tags"');
  expect(await read('/apples')).toBe(first);
  const other = await read('/pears');
  expect(other).toContain('Render 2 of');

  const form = { method: 'POST', body: new URLSearchParams(), redirect: 'manual' } as const;
  const answer = await fetch(`${url}/api/increment?name=apples`, form);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/apples']);
  const fresh = await read('/apples');
  expect(fresh).toContain('apples: 1');
  expect(fresh).toContain('Render 3 of');
  expect(await read('/apples')).toBe(fresh);
  expect(await read('/pears')).toBe(other);

  await page.goto(`${url}/apples`);
  await page.getByRole('button', { name: 'Add one' }).click();
  await expect(page.getByRole('heading')).toHaveText('apples: 2');
  expect(await read('/pears')).toBe(other);
});
