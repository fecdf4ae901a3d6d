import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Renderer, RendererLease } from './renderer-process.ts';

export interface RenderRequest {
  method: string;
  path: string;
  headers: OutgoingHttpHeaders;
  body?: Buffer | Readable;
}

export interface RenderResponse {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** The renderer did not answer. `wasSent`: it may have begun to carry out the request. */
export class NoResponse extends Error {
  constructor(
    readonly wasSent: boolean,
    cause: unknown,
  ) {
    super('the renderer gave no answer', { cause });
  }
}

/** A page that takes longer is broken; a picture's upload may take a while. */
const timeoutMs = 30_000;
/** How long a reader waits. */
export interface RenderTimeouts {
  /** A page takes 10 ms: what takes so much longer lies with a renderer that is unwell, and is asked for again. */
  attemptMs: number;
  /** In all, however many renderers end meanwhile. */
  totalMs: number;
}
export const readerTimeouts: RenderTimeouts = { attemptMs: 8000, totalMs: 18_000 };
/** A page at which so many renderers have ended is itself what ends them. */
const maxRendererEnds = 10;
const keepAliveAgent = new Agent({ keepAlive: true, maxSockets: 64 });

/** The one that was asked has ended. */
const rendererEndedCodes = ['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];
/** It has not answered in time. */
const timeoutCodes = ['ETIMEDOUT'];

/**
 * Asks a renderer, once one is there, and returns as soon as the answer's headers have come. Where nobody
 * listened nothing was said, so any request may be repeated: the end of a child is noticed a moment after its
 * sockets'. A safe request is repeated too when the renderer that got it has ended.
 */
export async function sendToRenderer(renderer: Renderer, message: RenderRequest): Promise<IncomingMessage> {
  const left = countdown(timeoutMs);
  for (let ends = 0; ; ) {
    const lease = await leaseRenderer(renderer, left());
    try {
      const answer = await sendOnce(lease, message, timeoutMs);
      answer.once('close', lease.release);
      return answer;
    } catch (error) {
      lease.release();
      const mayAskAgain =
        error instanceof NoResponse &&
        (!error.wasSent ||
          (isSafe(message) && hasCode(rendererEndedCodes, error) && ++ends < maxRendererEnds));
      if (!mayAskAgain || left() === 0 || isStream(message.body)) throw error;
      await pause(50);
    }
  }
}

async function leaseRenderer(renderer: Renderer, withinMs?: number): Promise<RendererLease> {
  return renderer.lease(withinMs).catch((error) => {
    throw new NoResponse(false, error);
  });
}

function isSafe({ method }: RenderRequest): boolean {
  return method === 'GET' || method === 'HEAD';
}

/** At any depth of causes. */
function hasCode(codes: readonly string[], error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (codes.includes((cause as NodeJS.ErrnoException).code ?? '')) return true;
  }
  return false;
}

/** Rejects, or breaks the answer off, at once when the renderer ends, whatever becomes of the connection to it. */
function sendOnce(
  lease: RendererLease,
  { body, ...message }: RenderRequest,
  withinMs: number,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    let wasSent = false;
    let answer: IncomingMessage | undefined;
    const options = { ...message, host: '127.0.0.1', port: lease.port, timeout: timeoutMs };
    // What may change something goes by a connection of its own: a kept one may be closing just then, and it could not
    // be told whether the request had arrived.
    const outgoing = request({ ...options, agent: isSafe(message) ? keepAliveAgent : false }, (begun) => {
      answer = begun;
      clearTimeout(late);
      resolve(begun);
    });
    // An answer broken off through its request would look whole if its end lay in a buffer already.
    const giveUp = (code: string, words: string) => (answer ?? outgoing).destroy(errorWithCode(code, words));
    // By the clock, not by the connection's silence: also while the request waits for a connection. A body that comes
    // as a stream takes as long as its sender.
    const late = isStream(body)
      ? undefined
      : setTimeout(() => giveUp('ETIMEDOUT', `not within ${withinMs} ms`), withinMs);
    lease.onEnded(() => giveUp('ECONNRESET', 'the renderer has ended'));
    outgoing.once('timeout', () => giveUp('ETIMEDOUT', `silent for ${timeoutMs} ms`));
    outgoing.once('socket', (socket) => {
      if (!socket.connecting) wasSent = true;
      else socket.once('connect', () => (wasSent = true));
    });
    outgoing.once('error', (error) => {
      clearTimeout(late);
      reject(new NoResponse(wasSent, error));
    });
    if (isStream(body)) pipeline(body, outgoing).catch((error) => outgoing.destroy(error));
    else outgoing.end(body);
  });
}

/**
 * The whole answer to a safe request; repeated, also with another renderer, if the renderer ended before it was
 * there or keeps it to itself.
 */
export async function fetchFromRenderer(
  renderer: Renderer,
  message: RenderRequest,
  { attemptMs: eachMs, totalMs: inAllMs }: RenderTimeouts,
): Promise<RenderResponse> {
  const left = countdown(inAllMs);
  for (let ends = 0; ; ) {
    const lease = await leaseRenderer(renderer, left());
    try {
      return await fetchOnce(lease, message, Math.min(eachMs, left()));
    } catch (error) {
      const wasSent = !(error instanceof NoResponse) || error.wasSent;
      const mayAskAgain =
        !wasSent ||
        hasCode(timeoutCodes, error) ||
        (hasCode(rendererEndedCodes, error) && ++ends < maxRendererEnds);
      if (!mayAskAgain || left() === 0) throw error;
    } finally {
      lease.release();
    }
    await pause(50);
  }
}

async function fetchOnce(
  lease: RendererLease,
  message: RenderRequest,
  withinMs: number,
): Promise<RenderResponse> {
  const left = countdown(withinMs);
  const answer = await sendOnce(lease, message, withinMs);
  const late = setTimeout(
    () => answer.destroy(errorWithCode('ETIMEDOUT', 'it does not come to an end')),
    left(),
  );
  try {
    return await readResponse(answer);
  } finally {
    clearTimeout(late);
  }
}

export async function readResponse(message: IncomingMessage): Promise<RenderResponse> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of message) chunks.push(chunk as Buffer);
  } catch (error) {
    throw new NoResponse(true, error);
  }
  return { status: message.statusCode ?? 502, headers: message.headers, body: Buffer.concat(chunks) };
}

function isStream(body: RenderRequest['body']): body is Readable {
  return body !== undefined && !Buffer.isBuffer(body);
}

const errorWithCode = (code: string, words: string) => Object.assign(new Error(words), { code });

/** Tells what is left of so many ms. */
function countdown(ms: number): () => number {
  const until = Date.now() + ms;
  return () => Math.max(0, until - Date.now());
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
