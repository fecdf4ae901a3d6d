import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startTestEdge, type TestEdge } from '../testing/test-edge.ts';
import { createRendererPool } from './renderer-pool.ts';

let under: TestEdge;
let folder: string;
afterEach(async () => {
  await under.close();
  rmSync(folder, { recursive: true });
});

/**
 * Children that can be killed and held still: each answers pages with its own pid and the word of its build, and
 * stops dead in the middle of a POST.
 */
async function startEdgeWithRenderers({ count = 1, startsAfterMs = 0 } = {}) {
  folder = mkdtempSync(join(tmpdir(), 'edge-child-'));
  const program = join(folder, 'child.mjs');
  writeFileSync(join(folder, 'deaths'), '');
  writeFileSync(
    program,
    `import { createServer } from 'node:http';
     import { appendFileSync, readFileSync } from 'node:fs';
     const server = createServer((request, response) => {
       if (request.method === 'POST') return process.kill(process.pid, 'SIGKILL');
       if (process.env.WORD === 'broken') return request.destroy();
       response.setHeader('x-page-tags', 'front');
       const answer = () => response.end(process.pid + ' ' + process.env.WORD);
       const deaths = ${JSON.stringify(join(folder, 'deaths'))};
       if (request.url === '/deadly' && readFileSync(deaths, 'utf8').length < 7) {
         appendFileSync(deaths, '.');
         response.write('half');
         return setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20);
       }
       if (request.url === '/silent' && readFileSync(deaths, 'utf8') === '') return appendFileSync(deaths, '.');
       if (request.url.startsWith('/slow')) setTimeout(answer, 300);
       else answer();
     });
     setTimeout(() => server.listen(Number(process.argv[2]), '127.0.0.1'), ${startsAfterMs});`,
  );
  const build = (word: string) => ({
    argsFor: (port: number) => [
      '--import',
      './packages/edge/src/renderers/end-with-parent.mjs',
      program,
      String(port),
    ],
    env: { ...process.env, WORD: word },
  });
  const renderers = createRendererPool({
    ...build('first'),
    count,
    swapMs: 3000,
    healthCheck: { intervalMs: 50, timeoutMs: 250, maxFailures: 3 },
    log: (line) => under.lines.push(line),
  });
  under = await startTestEdge(() => {}, {
    renderer: renderers,
    renderers: count,
    timeouts: { attemptMs: 1000, totalMs: 60_000 },
  });
  renderers.start();
  return { renderers, build };
}

const read = async (path: string) => {
  const answer = await fetch(under.url + path);
  return [answer.status, await answer.text()] as const;
};
const pidIn = (page: string) => Number.parseInt(page, 10);
let requestCount = 0;
/** A page that nobody has asked for yet. */
const readCold = () => read(`/cold/${requestCount++}`);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The processes that answer now. */
async function pidsOf(count: number): Promise<number[]> {
  const pids = new Set<number>();
  await until(async () => {
    const pages = await Promise.all(Array.from({ length: 4 * count }, readCold));
    for (const [, page] of pages) pids.add(pidIn(page));
    return pids.size >= count;
  });
  return [...pids];
}

test('a renderer that is slow to start is waited for', async () => {
  await startEdgeWithRenderers({ startsAfterMs: 400 });

  expect((await read('/a'))[0]).toBe(200);
});

test('when it is killed, remembered pages go on and a cold one waits for the next child', async () => {
  await startEdgeWithRenderers();
  const [, firstPid] = await read('/a');

  process.kill(pidIn(firstPid), 'SIGKILL');
  const meanwhile = await Promise.all(Array.from({ length: 50 }, () => read('/a')));
  const [status, secondPid] = await read('/b');

  expect(new Set(meanwhile.map(String))).toEqual(new Set([`200,${firstPid}`]));
  expect([status, secondPid === firstPid]).toEqual([200, false]);
  expect(under.lines.join()).toContain('the renderer ended (SIGKILL)');
});

test('a form on its way when it is killed is told so, and when to come again', async () => {
  await startEdgeWithRenderers();
  await read('/a');

  const answer = await fetch(`${under.url}/a`, { method: 'POST', body: new URLSearchParams({ body: 'x' }) });

  expect([answer.status, answer.headers.get('retry-after')]).toEqual([502, '5']);
  expect(await answer.text()).toContain('Error 502');
  expect((await read('/b'))[0]).toBe(200);
});

test('a reader whose page meets one end after the other is answered all the same', async () => {
  await startEdgeWithRenderers();

  expect(await read('/deadly')).toEqual([200, expect.stringMatching(/^\d+ first$/)]);
});

test('a page that a healthy renderer keeps to itself is asked for again', async () => {
  await startEdgeWithRenderers();

  expect(await read('/silent')).toEqual([200, expect.stringMatching(/^\d+ first$/)]);
});

test('it ends with the edge server', async () => {
  await startEdgeWithRenderers();
  const [, pid] = await read('/a');

  await under.edge.close();

  expect(() => process.kill(pidIn(pid), 0)).toThrow('ESRCH');
});

test('several renderers share the work, and one that is killed fails nobody', async () => {
  await startEdgeWithRenderers({ count: 3 });
  const [first = 0] = await pidsOf(3);

  const slow = Array.from({ length: 9 }, (_, i) => read(`/slow/${i}`));
  process.kill(first, 'SIGKILL');
  const answers = await Promise.all(slow);

  expect(new Set(answers.map(([status]) => status))).toEqual(new Set([200]));
  expect(await pidsOf(3)).not.toContain(first);
});

test('one that hangs is passed over, ended and replaced', async () => {
  await startEdgeWithRenderers({ count: 2 });
  const [hung = 0, other] = await pidsOf(2);

  process.kill(hung, 'SIGSTOP');
  await until(async () => under.lines.includes('the renderer does not answer; ending it'));

  await until(async () => !isRunning(hung));
  const [, page] = await readCold();
  expect(pidIn(page)).toBe(other);
  expect(await pidsOf(2)).not.toContain(hung);
});

test('what was asked of one that hangs is answered by another', async () => {
  await startEdgeWithRenderers();
  const [hung = 0] = await pidsOf(1);

  process.kill(hung, 'SIGSTOP');
  const [status, page] = await readCold();

  expect([status, pidIn(page) === hung]).toEqual([200, false]);
});

test('another build takes over without a failed request, and nobody is left of the old one', async () => {
  const { renderers, build } = await startEdgeWithRenderers({ count: 2 });
  const old = await pidsOf(2);
  const begun = read('/slow/before');

  let isOver = false;
  const readers = Array.from({ length: 4 }, async () => {
    const seen: (readonly [number, string])[] = [];
    while (!isOver) seen.push(await readCold());
    return seen;
  });
  await renderers.swap(build('second'));
  const [, first] = await readCold();
  isOver = true;

  const answers = (await Promise.all(readers)).flat();
  expect(answers.filter(([status]) => status !== 200)).toEqual([]);
  expect(first).toContain('second');
  expect(await begun).toEqual([200, expect.stringContaining('first')]);
  await until(async () => old.every((pid) => !isRunning(pid)));
});

test('a build that does not come up changes nothing', async () => {
  const { renderers, build } = await startEdgeWithRenderers();
  const [pid] = await pidsOf(1);

  await expect(renderers.swap(build('broken'))).rejects.toThrow('no answer within 3 s');

  expect(await readCold()).toEqual([200, `${pid} first`]);
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
