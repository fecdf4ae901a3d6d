import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { acceptedCompressions } from '../cache/compression/content-encoding.ts';
import { locationIn } from '../cache/finish-response.ts';
import { isText } from '../cache/page.ts';
import type { EdgeConfig, HeaderList } from '../edge-config.ts';
import { fillEmptyBody } from './fill-empty-body.ts';
import { forwardedHeaders, hopByHopHeaders, type ProxiedRequest } from './forwarded-headers.ts';
import { sendToRenderer } from './render-request.ts';

export interface RelayOptions extends ProxiedRequest {
  config: EdgeConfig;
  response: ServerResponse;
  headers?: OutgoingHttpHeaders;
  body?: Buffer | Readable;
  /** Called when the response's headers have come, before any of it is passed on. */
  onResponse(answer: IncomingMessage): Promise<'answered' | 'pass-on'>;
}

/** Passes a request on to Next and its response back, with a nonce of its own and never to be cached. */
export async function relay({
  config,
  response,
  body,
  headers,
  onResponse,
  ...rest
}: RelayOptions): Promise<void> {
  const { request, address } = rest;
  const nonce = randomBytes(16).toString('base64');
  const security = config.securityHeaders.private(nonce, address.path);
  const answer = await sendToRenderer(config.renderer, {
    method: request.method ?? 'GET',
    path: address.target,
    headers: {
      ...forwardedHeaders({ ...rest, config }),
      ...headers,
      'content-security-policy': contentSecurityPolicyIn(security),
      ...(Buffer.isBuffer(body) ? { 'content-length': body.length } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  if ((await onResponse(answer)) === 'answered') {
    answer.resume();
    return;
  }
  await passBack({ request, response, answer, config, security });
}

interface PassedBack {
  request: IncomingMessage;
  response: ServerResponse;
  answer: IncomingMessage;
  config: EdgeConfig;
  security: HeaderList;
}

async function passBack({ request, response, answer, config, security }: PassedBack): Promise<void> {
  const status = answer.statusCode ?? 502;
  const type = answer.headers['content-type'] ?? '';
  const hasBody = request.method !== 'HEAD' && ![204, 304].includes(answer.statusCode ?? 0);
  const isCompressed =
    hasBody && isText(type) && acceptedCompressions(request.headers['accept-encoding']).includes('gzip');
  response.writeHead(status, [
    ...passedHeaders(answer),
    ...security.flat(),
    ...['cache-control', 'private, no-store'],
    ...(isCompressed ? ['content-encoding', 'gzip', 'vary', 'accept-encoding'] : []),
  ]);
  if (!hasBody) {
    answer.resume();
    response.end();
    return;
  }
  // Flushed at each chunk, so that a streamed page arrives as it is made.
  const compressor = isCompressed ? [createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH })] : [];
  const errorBody = /^text\/html/.test(type) ? config.emptyErrorBody?.(status) : undefined;
  const filler = errorBody === undefined ? [] : [fillEmptyBody(errorBody)];
  await pipeline([answer, ...filler, ...compressor, response]);
}

const setByTheEdge = /^(cache-control|content-security-policy|x-powered-by|x-page-tags|vary|date|link)$/;

function passedHeaders(answer: IncomingMessage): string[] {
  const passed: string[] = [];
  const changesLength = answer.statusCode !== 304 && isText(answer.headers['content-type'] ?? '');
  for (let index = 0; index < answer.rawHeaders.length; index += 2) {
    const name = (answer.rawHeaders[index] ?? '').toLowerCase();
    const value = answer.rawHeaders[index + 1] ?? '';
    if (setByTheEdge.test(name) || (hopByHopHeaders.test(name) && name !== 'content-length')) continue;
    if (name === 'content-length' && changesLength) continue;
    passed.push(name, name === 'location' ? locationIn(value) : value);
  }
  return passed;
}

function contentSecurityPolicyIn(headers: HeaderList): string {
  return headers.find(([name]) => name === 'content-security-policy')?.[1] ?? '';
}
