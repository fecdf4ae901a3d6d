import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Renderer, superviseRenderer } from './renderer';
import { aDoor, type DoorUnderTest } from './testing/a-door';

let under: DoorUnderTest;
let folder: string;
afterEach(async () => {
  await under.end();
  rmSync(folder, { recursive: true });
});

/** A child that can be killed: it answers pages with its own pid, and stops dead in the middle of a POST. */
async function aDoorWithAChild(startsAfterMs = 0) {
  folder = mkdtempSync(join(tmpdir(), 'barta-child-'));
  const program = join(folder, 'child.mjs');
  writeFileSync(
    program,
    `import { createServer } from 'node:http';
     const server = createServer((request, response) => {
       if (request.method === 'POST') return process.kill(process.pid, 'SIGKILL');
       response.setHeader('x-page-tags', 'front');
       response.end(String(process.pid));
     });
     setTimeout(() => server.listen(Number(process.argv[2]), '127.0.0.1'), ${startsAfterMs});`,
  );
  const renderer: Renderer & { start(): void } = superviseRenderer({
    argsFor: (port) => ['--import', './lib/door/end-with-parent.mjs', program, String(port)],
    env: process.env,
    log: (line) => under.lines.push(line),
  });
  under = await aDoor(() => {}, { renderer });
  renderer.start();
}

const read = async (path: string) => {
  const answer = await fetch(under.url + path);
  return [answer.status, await answer.text()] as const;
};

test('a renderer that is slow to start is waited for', async () => {
  await aDoorWithAChild(400);

  expect((await read('/a'))[0]).toBe(200);
});

test('when it is killed, remembered pages go on and a cold one waits for the next child', async () => {
  await aDoorWithAChild();
  const [, firstPid] = await read('/a');

  process.kill(Number(firstPid), 'SIGKILL');
  const meanwhile = await Promise.all(Array.from({ length: 50 }, () => read('/a')));
  const [status, secondPid] = await read('/b');

  expect(new Set(meanwhile.map(String))).toEqual(new Set([`200,${firstPid}`]));
  expect([status, secondPid === firstPid]).toEqual([200, false]);
  expect(under.lines.join()).toContain('the renderer ended (SIGKILL)');
});

test('a form on its way when it is killed is told so, and when to come again', async () => {
  await aDoorWithAChild();
  await read('/a');

  const answer = await fetch(`${under.url}/a`, { method: 'POST', body: new URLSearchParams({ body: 'x' }) });

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '5']);
  expect(await answer.text()).toContain('একই লেখা দুবার জমা হবে না');
  expect((await read('/b'))[0]).toBe(200);
});

test('it ends with the door', async () => {
  await aDoorWithAChild();
  const [, pid] = await read('/a');

  await under.door.close();

  expect(() => process.kill(Number(pid), 0)).toThrow('ESRCH');
});
