import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { actionsKey, aFreePort } from '../support/test-server';

test('`npm start` becomes a door that keeps its memory small, in the process that was started', async () => {
  test.skip(process.platform !== 'linux', 'reads /proc');
  const folder = mkdtempSync(join(tmpdir(), 'barta-start-'));
  const port = await aFreePort();
  const door = spawn(process.execPath, ['scripts/start.mjs'], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: `file:${folder}/barta.db`, MEDIA_DIR: join(folder, 'media') },
      ...{ HOST: '127.0.0.1', PORT: String(port), SITE_URL: `http://127.0.0.1:${port}` },
      ...{ AUTH_SECRET: 'a-secret-for-tests-of-thirty-two-characters', ACTIONS_KEY: actionsKey() },
      ...{ WARM_PAGES: '0', MALLOC_ARENA_MAX: '3' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => door.once('exit', resolve));
  try {
    let said = '';
    await new Promise<void>((resolve) => {
      for (const stream of [door.stdout, door.stderr]) {
        stream.setEncoding('utf8').on('data', (words: string) => {
          said += words;
          if (said.includes('Barta is open at')) resolve();
        });
      }
      void ended.then(() => resolve());
    });
    expect(said).toContain(`Barta is open at http://127.0.0.1:${port}`);
    expect(said).not.toMatch(/warning/i);
    const told = (file: string) => readFileSync(`/proc/${door.pid}/${file}`, 'utf8').split('\0');
    expect(told('cmdline')).toContain('--max-semi-space-size=4');
    // What the operator has said of it stays.
    expect(told('environ')).toContain('MALLOC_ARENA_MAX=3');
    expect(told('environ')).toContain('MALLOC_MMAP_THRESHOLD_=8192');
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  } finally {
    door.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  }
});
