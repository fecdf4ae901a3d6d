import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ErrorStatus } from '@/lib/edge-config/error-pages';
import { sendMediaFile } from '@/lib/edge-config/media-files';
import { prefetchRules, prefetchRulesPath } from '@/lib/edge-config/prefetch-rules';
import type { SecurityPolicy } from '@/lib/edge-config/security-policy';
import { parseBeacon, type ViewCounter } from '@/lib/edge-config/view-counter';
import { sourceOf } from '@/lib/readership/source-of';
import { acceptedCompressions } from '../cache/content-encoding';
import type { InvalidationListener } from '../cache/invalidation-listener';
import { gzipPage, keepAliveMs, type Page, sendPage } from '../cache/page';
import type { PageCache } from '../cache/page-cache';
import { tagHeader } from '../cache/varnish-purger';
import { QueueFull } from '../renderers/fair-queue';
import { relay } from '../renderers/relay';
import { networkOf, poolFor, type RenderPools } from '../renderers/render-pools';
import { NoResponse, readResponse } from '../renderers/render-request';
import type { Renderer } from '../renderers/renderer-process';
import { clientResolver } from './client-address';
import { escapedTarget } from './escaped-target';
import { parseAddress, type RequestAddress } from './request-address';
import { type BodyReader, carriesBody, limitBytes, readBody, validateBody } from './request-body';
import {
  acceptsContentType,
  allowsCrossOrigin,
  bodyLimit,
  formBytes,
  isSameOrigin,
  isValidHost,
} from './request-guard';
import { createUploadLimiter } from './upload-limiter';

export interface EdgeServerParts {
  pages: PageCache;
  renderer: Renderer;
  follower: InvalidationListener;
  lanes: RenderPools;
  views: ViewCounter;
  policy: SecurityPolicy;
  siteUrl: string;
  trustedProxies: readonly string[];
  /** Whoever sends it is told the tags of each page; nobody is where there is none. */
  proxySecret: string | undefined;
  /** Sounds and films lie there. */
  mediaFolder?: string | undefined;
  /** Resolves once a cache in front knows what has been announced. */
  settled(): Promise<void> | undefined;
  sentence(status: ErrorStatus): Page;
  withoutScript(status: number): string | undefined;
  /** So long the head of a request may take to come; the usual if left out. */
  headMs?: number | undefined;
  log(line: string): void;
}

/** The larger limit of a body is for pictures; those are passed on as they come. */
const mostKeptInMemory = 2 * 1024 * 1024;
const mostReadAway = 64 * 1024 * 1024;
const longestReadAwayMs = 30_000;
const allowed = 'GET, HEAD, POST';
/** A pasted paragraph in the search field is nine bytes a Bengali letter in the address; Node's own 16 kB say 431. */
export const maxHeaderBytes = 128 * 1024;

/** The one HTTP server: readers' GETs from memory or one render, all else by the guard and on to Next. */
export function createEdgeServer(parts: EdgeServerParts): Server {
  const { pages, follower, log, headMs = 20_000 } = parts;
  const clientOf = clientResolver(parts.trustedProxies);
  const uploads = createUploadLimiter();

  const server = createServer(
    {
      keepAlive: true,
      // What has no body is no stream: a seventh less work for each answer from memory.
      optimizeEmptyRequests: true,
      headersTimeout: headMs,
      // Else half a request is looked for only twice a minute.
      connectionsCheckingInterval: headMs / 4,
      maxHeaderSize: maxHeaderBytes,
    },
    (request, response) => {
      if (request.method === 'GET' || request.method === 'HEAD') {
        follower.pollOncePerTick();
        const page = pages.fresh(request.url ?? '');
        if (page) return sendPage(request, response, shownTo(request, page));
      }
      answer(request, response).catch((error) => fail(request, response, error));
    },
  );
  server.keepAliveTimeout = keepAliveMs;
  server.on('clientError', refuseRaw);
  server.on('connect', (_, socket) => refuseRaw({ code: 'CONNECT' }, socket as Socket));
  server.on('checkExpectation', (_, response: ServerResponse) => response.writeHead(417).end());
  return server;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '' } = request;
    const isVisit = method === 'GET' || method === 'HEAD';
    if (!isVisit && method !== 'POST') return say(request, response, 405, [['allow', allowed]]);
    const address = parseAddress(request.url ?? '');
    if (address.kind === 'malformed') return say(request, response, 400);
    if (!isValidHost(request.headers.host) || hostsIn(request) > 1) return say(request, response, 400);
    if (address.kind === 'moved') {
      if (!isVisit) return say(request, response, 404);
      const old = await pages.oldAddress(
        '',
        address.target.replace(/\?.*$/, ''),
        networkOf(clientOf(request)),
      );
      if (old) return sendPage(request, response, old);
      response.writeHead(301, [
        'location',
        address.target,
        'content-length',
        '0',
        ...parts.policy.reader.flat(),
      ]);
      response.end();
      return;
    }
    if (!isVisit) return write(request, response, address);
    if (address.kind === 'visitor' || address.kind === 'unkept') return visit(request, response, address);
    if (address.path === prefetchRulesPath) {
      sendPage(request, response, prefetchRules(parts.policy, request.headers));
      return;
    }
    const { mediaFolder: folder, policy } = parts;
    const { path } = address;
    if (folder && (await sendMediaFile({ request, response, path, folder, policy }))) return;
    const network = networkOf(clientOf(request));
    const post = address.path === '/' && (await pages.oldAddress(request.url ?? '', '/', network));
    if (post) return sendPage(request, response, post);
    const page = await pages.get({ ...address, kind: address.kind }, network);
    sendPage(request, response, shownTo(request, page));
  }

  function shownTo({ headers }: IncomingMessage, page: Page): Page {
    if (parts.proxySecret === undefined || headers['x-barta-proxy'] !== parts.proxySecret) return page;
    return {
      ...page,
      headers: [...page.headers, ['x-page-tags', tagHeader([...page.tags, ...page.swrTags])]],
    };
  }

  async function visit(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
  ): Promise<void> {
    const client = clientOf(request);
    const leave = await poolFor(parts.lanes, address, request).enter(networkOf(client));
    try {
      if (address.kind === 'unkept') {
        return await sendOnce(request, response, await pages.renderUncached(address), []);
      }
      await relay({
        ...{ ...parts, address, request, response, client },
        async onAnswer({ statusCode }) {
          // No page of a commenter's is called so. Next would take it for a story's and say so in three English words.
          if (statusCode !== 404 || !isOfCommenters(address.path)) return 'pass-on';
          sendPage(request, response, keptByNobody(await pages.missing()));
          return 'answered';
        },
      });
    } finally {
      leave();
    }
  }

  async function write(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
  ): Promise<void> {
    const { headers } = request;
    if (address.kind === 'file' || address.kind === 'unkept') {
      return say(request, response, 405, [['allow', 'GET, HEAD']]);
    }
    const isWelcome = allowsCrossOrigin(address.path) || isSameOrigin({ siteUrl: parts.siteUrl, headers });
    if (!isWelcome) return say(request, response, 403);
    if (!acceptsContentType(address, headers)) return say(request, response, 415);

    const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
    // A form without pictures is a form like any other, and is looked at before it is passed on.
    const isSmallForm = address.kind === 'reader' && length <= formBytes;
    const limit = isSmallForm ? formBytes : bodyLimit(address.path, headers.cookie);
    if (Number(headers['content-length'] ?? 0) > limit) return say(request, response, 413);
    if (
      limit > mostKeptInMemory &&
      carriesBody(request) &&
      /^multipart/i.test(headers['content-type'] ?? '')
    ) {
      if (address.kind === 'reader') {
        const leave = uploads.enter(networkOf(clientOf(request)), request);
        if (!leave) return say(request, response, 429);
        try {
          return await passOn(request, response, address, { body: request.pipe(limitBytes(limit)) });
        } finally {
          leave();
        }
      }
      return passOn(request, response, address, { body: request.pipe(limitBytes(limit)) });
    }
    const body = await readBody(request, limit);
    if (body === 'too-large') return say(request, response, 413);
    if (address.path === '/api/views') return countView(request, response, body);
    const sent = { body, contentType: headers['content-type'] ?? '' };
    const readable = await validateBody(sent, recipientOf(address, request));
    if (!readable) return say(request, response, 400);
    // What comes as a stream takes no place: a slow sender would hold it.
    const leave = await poolFor(parts.lanes, address, request).enter(networkOf(clientOf(request)));
    try {
      await passOn(request, response, address, {
        body: readable.body,
        headers: { 'content-type': readable.contentType },
      });
    } finally {
      leave();
    }
  }

  /** The writer reads what he wrote: what the store announced is known before the answer leaves. */
  async function passOn(
    request: IncomingMessage,
    response: ServerResponse,
    address: RequestAddress,
    sent: Pick<Parameters<typeof relay>[0], 'body' | 'headers'>,
  ): Promise<void> {
    const isForm = recipientOf(address, request) === 'form-action';
    await relay({
      ...{ ...parts, ...sent, address, request, response, client: clientOf(request) },
      async onAnswer(answer) {
        follower.poll();
        await parts.settled();
        const status = answer.statusCode ?? 502;
        // A body that passed by in pieces was not looked at: where it is broken, Next says 500.
        if (
          isForm &&
          status === 500 &&
          /^\/(?:admin\/(?:pictures|media|ads|settings)|send-news)/.test(address.path)
        ) {
          log(`POST ${address.path}: the pages said 500 to a form with files`);
          say(request, response, 400);
          return 'answered';
        }
        if (isForm && (status === 409 || status === 400)) {
          say(request, response, status);
          return 'answered';
        }
        if (address.kind !== 'reader') return 'pass-on';
        const [page] = await pages.finish(address, await readResponse(answer));
        await sendOnce(request, response, page, answer.headers['set-cookie'] ?? []);
        return 'answered';
      },
    });
  }

  /** Answers how often the story was read, where that is known and may be told. */
  function countView(request: IncomingMessage, response: ServerResponse, body: Buffer): void {
    const beacon = parseBeacon(body.toString());
    if (!beacon) {
      say(request, response, 400);
      return;
    }
    const { host = '', 'user-agent': agent = '' } = request.headers;
    const reader = { storyId: beacon.storyId, network: clientOf(request).address, agent };
    const head = ['cache-control', 'no-store', ...parts.policy.reader.flat()];
    if (beacon.depth !== undefined) {
      parts.views.countDepth(reader, beacon.depth, new Date());
      response.writeHead(204, head).end();
      return;
    }
    const source = sourceOf({ from: beacon.from, own: [host, new URL(parts.siteUrl).host], agent });
    parts.views.countView({ ...reader, source }, new Date());
    const total = parts.views.totalOf(beacon.storyId);
    if (total === undefined) response.writeHead(204, head).end();
    else response.writeHead(200, ['content-type', 'text/plain', ...head]).end(String(total));
  }

  /** A page made for one reader, as the answer to his form or to his search. */
  async function sendOnce(
    request: IncomingMessage,
    response: ServerResponse,
    page: Page,
    cookies: readonly string[],
  ): Promise<void> {
    if (acceptedCompressions(request.headers['accept-encoding']).includes('gzip')) await gzipPage(page);
    sendPage(request, response, keptByNobody(page, cookies));
  }

  function say(
    request: IncomingMessage,
    response: ServerResponse,
    status: ErrorStatus,
    extra: Page['headers'] = [],
  ): void {
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const page = parts.sentence(status);
    if (!request.complete) readAway(request, response);
    sendPage(request, response, { ...page, headers: [...page.headers, ...extra] });
  }

  function fail(request: IncomingMessage, response: ServerResponse, error: Error): void {
    const { code } = error as NodeJS.ErrnoException;
    const senderWentAway = (request.destroyed && !request.complete) || code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (senderWentAway) {
      response.destroy();
      return;
    }
    if (error instanceof QueueFull) {
      say(request, response, error.status);
      return;
    }
    const cause = error.cause ? ` (${error.cause})` : '';
    log(`${request.method} ${request.url?.split('?')[0]}: ${error.message}${cause}`);
    const isHalfDone = error instanceof NoResponse && error.wasSent && request.method === 'POST';
    say(request, response, isHalfDone ? 502 : 503);
  }
}

function keptByNobody(page: Page, cookies: readonly string[] = []): Page {
  const headers = page.headers.filter(([name]) => name !== 'cache-control');
  const ofThisReader = cookies.map((cookie) => ['set-cookie', cookie] as const);
  return { ...page, headers: [...headers, ['cache-control', 'private, no-store'], ...ofThisReader] };
}

const isOfCommenters = (path: string) => /^\/(?:account|login)(?:\/|$)/.test(path);

function recipientOf({ kind, path }: RequestAddress, { headers }: IncomingMessage): BodyReader {
  if (path.startsWith('/api/')) return 'route';
  return kind === 'visitor' && 'next-action' in headers ? 'client-action' : 'form-action';
}

/**
 * The rest of a body that nobody wants is read away, so that the answer is not lost in a reset: a browser reads no
 * answer before it has sent its all. Up to `mostReadAway` bytes and `longestReadAwayMs`. The connection is not said to
 * end with the answer: Node would close it at the answer's last byte, under the sender's hands.
 */
function readAway(request: IncomingMessage, response: ServerResponse): void {
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > mostReadAway) request.destroy();
  });
  request.resume();
  response.once('finish', () => {
    const timer = setTimeout(() => request.destroy(), longestReadAwayMs).unref();
    request.once('end', () => clearTimeout(timer));
    request.once('close', () => clearTimeout(timer));
  });
}

function hostsIn({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host').length;
}

/** What is no HTTP request at all gets its status and the end of the connection. */
function refuseRaw({ code, rawPacket }: { code?: string; rawPacket?: Buffer }, socket: Socket): void {
  if (code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const target = code === 'HPE_INVALID_URL' ? escapedTarget(rawPacket) : undefined;
  if (target) {
    socket.end(
      `HTTP/1.1 301 Moved Permanently\r\nLocation: ${target}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`,
    );
    return;
  }
  const status =
    {
      HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
      HPE_CHUNK_EXTENSIONS_OVERFLOW: '413 Payload Too Large',
      ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
      CONNECT: `405 Method Not Allowed\r\nAllow: ${allowed}`,
    }[code ?? ''] ?? '400 Bad Request';
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
