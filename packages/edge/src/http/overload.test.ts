import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let under: TestEdge;
afterEach(() => under.close());

/** A renderer that answers only when the test lets it, and a proxy that says who asks. */
async function startHeldEdge() {
  const held: ServerResponse[] = [];
  let isHeld = false;
  under = await startTestEdge(
    (request, response) => {
      if (isHeld && !request.url?.startsWith('/admin')) held.push(response);
      else give(response);
    },
    { trustedProxies: ['127.0.0.1'] },
  );
  return {
    hold: () => (isHeld = true),
    letOne: () => {
      const [response] = held.splice(0, 1);
      if (response) give(response);
    },
    letGo() {
      isHeld = false;
      for (const response of held.splice(0)) give(response);
    },
  };
}

const give = (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'text/html' }).end(`${tagsMeta('story:1')}<p>পাতা`);

const ask = (path: string, network: string) =>
  fetch(under.url + path, { headers: { 'x-forwarded-for': network }, redirect: 'manual' });

const flood = (network: string, many: number) =>
  Array.from({ length: many }, (_, i) =>
    ask(`/flood/${network}/${i}`, network).then((answer) => answer.status),
  );

/** What is refused is told at once; the rest waits. */
async function refused(answers: Promise<number>[], many: number): Promise<number[]> {
  const statuses: number[] = [];
  for (const answer of answers) void answer.then((status) => statuses.push(status));
  while (statuses.length < many) await new Promise((resolve) => setTimeout(resolve, 10));
  return [...statuses];
}

test('a flood from one network is refused with an error page, and touches neither remembered pages nor other readers', async () => {
  const { hold, letGo } = await startHeldEdge();
  await ask('/remembered', '203.0.113.1');
  hold();

  const answers = flood('198.51.100.7', 150);
  expect(new Set(await refused(answers, 48))).toEqual(new Set([429]));

  const refusal = await ask('/flood/more', '198.51.100.7');
  expect([refusal.status, refusal.headers.get('retry-after')]).toEqual([429, '5']);
  expect(await refusal.text()).toContain('Error 429');
  expect((await ask('/remembered', '198.51.100.7')).status).toBe(200);
  expect((await ask('/admin', '198.51.100.7')).status).toBe(200);

  const another = ask('/national/7', '203.0.113.1').then((answer) => answer.status);
  letGo();
  expect(await another).toBe(200);
  expect((await Promise.all(answers)).filter((status) => status === 200)).toHaveLength(102);
});

test('a page at the end of a flood’s line is made at the turn of another reader who wants it', async () => {
  const { hold, letOne, letGo } = await startHeldEdge();
  hold();
  const answers = flood('198.51.100.7', 80);
  // The desk is answered past the line: what was sent before has come.
  await ask('/admin', '198.51.100.7');
  const last = ask('/national/7', '198.51.100.7').then((answer) => answer.status);
  await ask('/admin', '198.51.100.7');
  let isMade = false;
  const wanted = ask('/national/7', '203.0.113.1').then((answer) => {
    isMade = true;
    return answer.status;
  });
  await ask('/admin', '203.0.113.1');

  // Two are at work, then the lines take turns: of 80 before it no more than a few are done.
  for (let i = 0; i < 8 && !isMade; i++) {
    letOne();
    await ask('/admin', '203.0.113.1');
  }
  expect(isMade).toBe(true);
  letGo();
  expect(await Promise.all([wanted, last])).toEqual([200, 200]);
  await Promise.all(answers);
});

test('past the bound for all, cold pages are 503 with a time to come again, and stale ones go out', async () => {
  const { hold, letGo } = await startHeldEdge();
  await ask('/remembered', '203.0.113.1');
  under.edge.pages.markAllStale();
  hold();

  const answers = ['192.0.2.1', '192.0.2.2', '192.0.2.3'].flatMap((network) => flood(network, 90));
  expect(await refused(answers, 68)).toContain(503);

  const cold = await ask('/national/7', '203.0.113.1');
  expect([cold.status, cold.headers.get('retry-after')]).toEqual([503, '5']);
  expect(await (await ask('/remembered', '203.0.113.1')).text()).toContain('পাতা');
  expect((await ask('/admin', '203.0.113.1')).status).toBe(200);
  expect(under.lines).toEqual([]);

  letGo();
  await Promise.all(answers);
  expect((await ask('/national/7', '203.0.113.1')).status).toBe(200);
});

test('who sends half a request is told so after a while, and holds up nobody', async () => {
  under = await startTestEdge((_, response) => give(response), { headersTimeoutMs: 400 });
  const halves = ['', 'GE', 'GET /a HTTP/1.1\r\n', 'GET /a HTTP/1.1\r\nHost: site.test\r\nX-Half'];

  const ends = halves.flatMap((half) => Array.from({ length: 25 }, () => heardAfter(half)));
  const whole = await ask('/a', '203.0.113.1');

  expect(whole.status).toBe(200);
  const heard = await Promise.all(ends);
  expect(new Set(heard.slice(25).map((words) => words.split('\r\n')[0]))).toEqual(
    new Set(['HTTP/1.1 408 Request Timeout']),
  );
  expect(under.lines).toEqual([]);
});

/** What comes back for these bytes until the edge server ends the connection. */
function heardAfter(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(under.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1');
    });
    socket.once('close', () => resolve(heard));
    socket.once('error', reject);
    socket.write(bytes);
  });
}
