import { afterAll, beforeAll, expect, test } from 'vitest';
import { oddRequests } from '../testing/odd-requests.ts';
import { sendRaw } from '../testing/send-raw.ts';
import { startTestEdge, type TestEdge, tagsMeta } from '../testing/test-edge.ts';

let under: TestEdge;

beforeAll(async () => {
  under = await startTestEdge((req, res) => {
    res.writeHead(200, { 'content-type': 'text/html' }).end(`${tagsMeta('story:7')}${req.url}`);
  });
});
afterAll(() => under.close());

test.each(oddRequests('/national/7'))('%s is answered without an error of the house', async (_, bytes) => {
  const status = await sendRaw(under.port, bytes);

  expect(status).toBeLessThan(500);
  expect(under.lines).toEqual([]);
});

test.each([
  ['/%zz', 400],
  ['/a%00b', 400],
  ['/../etc/passwd', 400],
])('GET %s is %i', async (target, expected) => {
  expect(await sendRaw(under.port, `GET ${target} HTTP/1.1\r\nHost: site.test\r\n\r\n`)).toBe(expected);
});

test.each([
  ['PUT', '', 405],
  ['POST', 'Content-Type: application/json\r\nContent-Length: 2\r\n', 415],
  ['POST', 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 99999999\r\n', 413],
  ['POST', 'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 2\r\nOrigin: null\r\n', 403],
  ['GET', `X-A: ${'a'.repeat(200_000)}\r\n`, 431],
  ['GET', 'Host: evil.example\r\n', 400],
])('%s with %s is %i', async (method, headers, expected) => {
  const bytes = `${method} /new HTTP/1.1\r\nHost: site.test\r\n${headers}\r\n{}`;

  expect(await sendRaw(under.port, bytes)).toBe(expected);
});

test('a method that is not allowed is told which are', async () => {
  const answer = await fetch(under.url, { method: 'DELETE' });

  expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
});

test.each([
  // An empty form, which the page itself refuses.
  ['/national/7', 'application/x-www-form-urlencoded', 200],
  ['/admin/pictures', 'multipart/form-data; boundary=x', 400],
  ['/send-files', 'multipart/form-data; boundary=x', 400],
  ['/api/unsubscribe', 'text/plain', 200],
])('a POST to %s without any body is answered at once', async (path, type, expected) => {
  const bytes = `POST ${path} HTTP/1.1\r\nHost: site.test\r\nContent-Type: ${type}\r\n\r\n`;

  expect(await sendRaw(under.port, bytes)).toBe(expected);
});
