import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startFlags } from '../../scripts/start-options.mjs';
import { actionsKey, aFreePort } from '../support/server/test-server';

test('the server that `npm start` starts says where it is open, answers, and ends cleanly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'barta-start-'));
  const port = await aFreePort();
  const server = spawn(process.execPath, [...startFlags, 'scripts/start.mjs'], {
    env: {
      ...process.env,
      ...{ DATABASE_URL: `file:${folder}/barta.db`, MEDIA_DIR: join(folder, 'media') },
      ...{ HOST: '127.0.0.1', PORT: String(port), SITE_URL: `http://127.0.0.1:${port}` },
      ...{ AUTH_SECRET: 'a-secret-for-tests-of-thirty-two-characters', ACTIONS_KEY: actionsKey() },
      ...{ WARM_PAGES: '0' },
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise((resolve) => server.once('exit', resolve));
  try {
    let said = '';
    await new Promise<void>((resolve) => {
      for (const stream of [server.stdout, server.stderr]) {
        stream.setEncoding('utf8').on('data', (words: string) => {
          said += words;
          if (said.includes('Barta is open at')) resolve();
        });
      }
      void ended.then(() => resolve());
    });
    expect(said).toContain(`Barta is open at http://127.0.0.1:${port}`);
    expect(said).not.toMatch(/warning/i);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
  } finally {
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(folder, { recursive: true });
  }
});
