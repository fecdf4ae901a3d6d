import { randomBytes } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import { fillEmptyBody } from '@/lib/edge-config/desk-without-script';
import { contentSecurityPolicyIn, type SecurityPolicy } from '@/lib/edge-config/security-policy';
import { acceptedCompressions } from '../cache/content-encoding';
import { locationIn } from '../cache/finish-response';
import { isText } from '../cache/page';
import type { Client } from '../http/client-address';
import type { RequestAddress } from '../http/request-address';
import { sendToRenderer } from './render-request';
import type { Renderer } from './renderer-process';

/** Belongs to one connection (RFC 9110, 7.6.1), or is the door's own business. */
const ofTheConnection =
  /^(connection|keep-alive|proxy-.*|te|trailer|transfer-encoding|upgrade|expect|host|accept-encoding|content-length)$/;
/** Only our own side of Next may say these: they steer its routing, or claim who sent the request. */
const notFromOutside =
  /^(x-middleware-.*|x-nextjs-.*|x-next-.*|x-now-.*|x-vercel-.*|x-invoke-.*|x-matched-path|x-prerender-.*|x-forwarded-.*|forwarded|x-real-ip|x-barta-.*|x-rewrite-.*|x-original-.*|content-security-policy(-report-only)?|next-resume)$/;
/** How React's client asks. Readers' pages have none. */
const ofTheClient = /^(rsc|next-.*)$/;

export interface ProxiedRequest {
  address: RequestAddress;
  request: IncomingMessage;
  client: Client;
  siteUrl: string;
}

/** What Next is told of a request: cookies and content as they came, and who sent it as the door knows it. */
export function forwardedHeaders({ address, request, client, siteUrl }: ProxiedRequest): OutgoingHttpHeaders {
  const dropped = connectionHeaders(request.headers);
  const passed = Object.entries(request.headers).filter(
    ([name]) =>
      !ofTheConnection.test(name) &&
      !dropped.has(name) &&
      !notFromOutside.test(name) &&
      !(address.kind === 'reader' && ofTheClient.test(name)),
  );
  const { host, origin } = request.headers;
  const proto = client.proto ?? new URL(siteUrl).protocol.slice(0, -1);
  // Of a form the guard has found the origin to be ours; a proxy may have put a host of its own into `host`. What only asks
  // says any origin, as `null` from a frame that is shut in, and so does a mailbox that ends a subscription.
  const said = request.method === 'POST' && origin ? URL.parse(origin)?.host : undefined;
  const ours = said || (client.host ?? host ?? '');
  // A form of what sends no origin, as an old browser, has passed the guard too; Next would log each.
  const isForm = request.method === 'POST' && !address.path.startsWith('/api/');
  const from = `${proto}://${ours}`;
  return {
    'user-agent': 'unknown',
    ...Object.fromEntries(passed),
    ...(isForm && origin === undefined && URL.canParse(from) && { origin: from }),
    host: host ?? new URL(siteUrl).host,
    'x-forwarded-for': client.address,
    'x-forwarded-proto': proto,
    'x-forwarded-host': ours,
  };
}

/** What the sender's own Connection header names is for the next hop only. */
function connectionHeaders(headers: IncomingHttpHeaders): Set<string> {
  return new Set(
    String(headers.connection ?? '')
      .split(',')
      .map((name) => name.trim().toLowerCase()),
  );
}

export interface RelayOptions extends ProxiedRequest {
  response: ServerResponse;
  renderer: Renderer;
  policy: SecurityPolicy;
  headers?: OutgoingHttpHeaders;
  body?: Buffer | Readable;
  /** What stands in a page of this status that Next leaves to its script. */
  withoutScript?(status: number): string | undefined;
  /** Called when the answer's headers have come, before any of it is passed on. */
  onAnswer(answer: IncomingMessage): Promise<'answered' | 'pass-on'>;
}

/** Passes a request on to Next whole, and the answer back, with a nonce of its own and never to be kept. */
export async function relay({
  renderer,
  policy,
  response,
  body,
  withoutScript,
  onAnswer,
  ...asked
}: RelayOptions): Promise<void> {
  const { request, address } = asked;
  const permitted = policy.visitor(randomBytes(16).toString('base64'), address.target.split('?')[0]);
  const answer = await sendToRenderer(renderer, {
    method: request.method ?? 'GET',
    path: address.target,
    headers: {
      ...forwardedHeaders(asked),
      ...asked.headers,
      'content-security-policy': contentSecurityPolicyIn(permitted),
      ...(Buffer.isBuffer(body) ? { 'content-length': body.length } : {}),
    },
    ...(body === undefined ? {} : { body }),
  });
  if ((await onAnswer(answer)) === 'answered') {
    answer.resume();
    return;
  }

  const type = answer.headers['content-type'] ?? '';
  const hasBody = request.method !== 'HEAD' && ![204, 304].includes(answer.statusCode ?? 0);
  const isPacked =
    hasBody && isText(type) && acceptedCompressions(request.headers['accept-encoding']).includes('gzip');
  response.writeHead(answer.statusCode ?? 502, [
    ...passedBack(answer),
    ...permitted.flat(),
    ...['cache-control', 'private, no-store'],
    ...(isPacked ? ['content-encoding', 'gzip', 'vary', 'accept-encoding'] : []),
  ]);
  if (!hasBody) {
    answer.resume();
    response.end();
    return;
  }
  // Flushed at each piece, so that a streamed page arrives as it is made.
  const packed = isPacked ? [createGzip({ level: 4, flush: constants.Z_SYNC_FLUSH })] : [];
  const said = /^text\/html/.test(type) ? withoutScript?.(answer.statusCode ?? 502) : undefined;
  const filled = said === undefined ? [] : [fillEmptyBody(said)];
  await pipeline([answer, ...filled, ...packed, response]);
}

const setByTheDoor = /^(cache-control|content-security-policy|x-powered-by|x-page-tags|vary|date|link)$/;

function passedBack(answer: IncomingMessage): string[] {
  const passed: string[] = [];
  for (let at = 0; at < answer.rawHeaders.length; at += 2) {
    const name = (answer.rawHeaders[at] ?? '').toLowerCase();
    const value = answer.rawHeaders[at + 1] ?? '';
    if (setByTheDoor.test(name) || (ofTheConnection.test(name) && name !== 'content-length')) continue;
    if (
      name === 'content-length' &&
      answer.statusCode !== 304 &&
      isText(answer.headers['content-type'] ?? '')
    ) {
      continue;
    }
    passed.push(name, name === 'location' ? locationIn(value) : value);
  }
  return passed;
}
