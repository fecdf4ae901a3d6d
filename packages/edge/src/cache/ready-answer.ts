import type { IncomingMessage, ServerResponse } from 'node:http';

/** A whole answer as it goes over the wire; `dateAt` is where in it the 29 letters of its Date stand. */
export interface ReadyAnswer {
  bytes: Buffer;
  /** The part of `bytes` behind the head. */
  body: Buffer;
  dateAt: number;
  /** The second that its Date tells. */
  second: number;
}

/** What `_storeHeader` of Node would have written and kept; its parts are private and as old as Node's HTTP. */
interface RawResponse {
  _header: string;
  _headerSent: boolean;
}

/** Lays head and body out in one piece. `headers`: names and values in turn, with the length, without Date and Connection. */
export function makeReady(headers: readonly string[], body: Buffer, keepAliveSeconds: number): ReadyAnswer {
  let head = 'HTTP/1.1 200 OK\r\n';
  for (let i = 0; i < headers.length; i += 2) head += `${headers[i]}: ${headers[i + 1]}\r\n`;
  head += 'Date: ';
  const dateAt = head.length;
  head += `${dateNow.text}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${keepAliveSeconds}\r\n\r\n`;
  const bytes = Buffer.allocUnsafeSlow(head.length + body.length);
  bytes.write(head, 0, 'latin1');
  body.copy(bytes, head.length);
  return { bytes, body: bytes.subarray(head.length), dateAt, second: dateNow.second };
}

/** Whether this connection goes on after the answer, and takes a body: the only case that lies ready. */
export function takesReady(request: IncomingMessage, response: ServerResponse): boolean {
  return (
    request.method === 'GET' &&
    request.httpVersionMinor === 1 &&
    request.httpVersionMajor === 1 &&
    response.shouldKeepAlive &&
    !response.headersSent
  );
}

/**
 * One write of one piece instead of a head put together anew and two pieces: a third more answers a second
 * (`bench/run.mjs --only hot`). Node believes that the head has gone already, and does the rest as ever:
 * pipelining, keep-alive, back pressure.
 */
export function sendReady(response: ServerResponse, answer: ReadyAnswer): void {
  const now = dateNow;
  now.look();
  if (answer.second !== now.second) {
    answer.bytes.write(now.text, answer.dateAt, 'latin1');
    answer.second = now.second;
  }
  const raw = response as unknown as RawResponse;
  raw._header = sentAlready;
  raw._headerSent = true;
  response.statusCode = 200;
  response.end(answer.bytes);
}

/** Anything but nothing: Node asks only whether there is a head. */
const sentAlready = 'HTTP/1.1 200 OK\r\n\r\n';

/** RFC 9110, 6.6.1: a server with a clock tells its time; in whole seconds, so it is put into words once a second. */
const dateNow = {
  second: 0,
  text: new Date(0).toUTCString(),
  look() {
    const second = Math.floor(Date.now() / 1000);
    if (second === this.second) return;
    this.second = second;
    this.text = new Date(second * 1000).toUTCString();
  },
};
