import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Renderer } from './renderer';

export interface Question {
  method: string;
  path: string;
  headers: OutgoingHttpHeaders;
  body?: Buffer | Readable;
}

export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** The renderer did not answer. `wasSent`: it may have begun to do what was asked. */
export class NoAnswer extends Error {
  constructor(
    readonly wasSent: boolean,
    cause: unknown,
  ) {
    super('the renderer gave no answer', { cause });
  }
}

/** A page that takes longer is broken; a picture's upload may take a while. */
const patienceMs = 30_000;
const kept = new Agent({ keepAlive: true, maxSockets: 64 });

/**
 * Asks a renderer, once one is there, and returns as soon as the answer's headers have come. Where nobody
 * listened nothing was said, so any question may be asked again: a child's end is noticed a moment after its
 * sockets'. A question without consequences is asked again too when the one that was asked has ended.
 */
export async function ask(renderer: Renderer, question: Question): Promise<IncomingMessage> {
  for (let attempt = 1; ; attempt++) {
    const lease = await renderer.lease().catch((error) => {
      throw new NoAnswer(false, error);
    });
    try {
      const answer = await askOnce(lease.port, question);
      answer.once('close', lease.end);
      return answer;
    } catch (error) {
      lease.end();
      const mayAskAgain =
        error instanceof NoAnswer && (!error.wasSent || (isSafe(question) && hasEnded(error)));
      if (!mayAskAgain || attempt === 20 || isStream(question.body)) throw error;
      await pause(50);
    }
  }
}

function isSafe({ method }: Question): boolean {
  return method === 'GET' || method === 'HEAD';
}

function hasEnded({ cause }: Error): boolean {
  const { code } = (cause ?? {}) as { code?: string };
  return code === 'ECONNRESET' || code === 'EPIPE';
}

function askOnce(port: number, { body, ...question }: Question): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let wasSent = false;
    const asked = request(
      // What may change something goes by a connection of its own: a kept one may be closing just then, and
      // it could not be told whether the question had arrived.
      { ...question, host: '127.0.0.1', port, agent: isSafe(question) ? kept : false, timeout: patienceMs },
      resolve,
    );
    asked.once('socket', (socket) => {
      if (!socket.connecting) wasSent = true;
      else socket.once('connect', () => (wasSent = true));
    });
    asked.once('timeout', () => asked.destroy(new Error(`no answer within ${patienceMs} ms`)));
    asked.once('error', (error) => reject(new NoAnswer(wasSent, error)));
    if (isStream(body)) pipeline(body, asked).catch((error) => asked.destroy(error));
    else asked.end(body);
  });
}

/** The whole answer to a question without consequences; asked again if the renderer ended in the middle of it. */
export async function askForAll(renderer: Renderer, question: Question): Promise<Answer> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await all(await ask(renderer, question));
    } catch (error) {
      if (!hasEnded(error as Error) || attempt === 5) throw error;
      await pause(50);
    }
  }
}

export async function all(message: IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new NoAnswer(true, error);
  }
  return { status: message.statusCode ?? 502, headers: message.headers, body: Buffer.concat(chunks) };
}

function isStream(body: Question['body']): body is Readable {
  return body !== undefined && !Buffer.isBuffer(body);
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
