import { spawn } from 'node:child_process';
import { tagsMeta } from '@barta/edge/testing/test-edge';
import { afterEach, expect, test } from 'vitest';
import { startTestBartaEdge, type TestBartaEdge } from './testing/test-barta-edge';

let under: TestBartaEdge;
afterEach(() => under.close());

test('a commit by another process is seen by the next reader', async () => {
  let headline = 'ফেরি বন্ধ';
  under = await startTestBartaEdge((_, response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end(`${tagsMeta('story:7')}${headline}`),
  );
  const read = async () => (await fetch(`${under.url}/national/7`)).text();
  expect(await read()).toBe('ফেরি বন্ধ');

  headline = 'অন্য প্রক্রিয়া';
  expect(await read()).toBe('ফেরি বন্ধ');
  await runNode(
    `const db = require('better-sqlite3')(process.argv[1]);` +
      `db.prepare("insert into page_events (tags, at) values (?, 0)").run('["story:7"]')`,
    under.databaseUrl.replace('file:', ''),
  );

  expect(await read()).toBe('অন্য প্রক্রিয়া');
});

test('errors are told in Bengali', async () => {
  under = await startTestBartaEdge((_, response) => response.writeHead(500).end('stack'));

  const answer = await fetch(`${under.url}/national/7`);

  expect([answer.status, await answer.text()]).toEqual([
    503,
    expect.stringContaining('পাতাটি এখন দেখানো যাচ্ছে না'),
  ]);
});

function runNode(script: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    spawn(process.execPath, ['-e', script, ...args], { stdio: 'inherit' })
      .once('error', reject)
      .once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`exit code ${code}`))));
  });
}
