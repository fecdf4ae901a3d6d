import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { keepAliveMs } from '../cache/send-page.ts';
import { networkOf } from './client-address.ts';
import type { EdgeContext, Step } from './edge-context.ts';
import { allowedMethods, refuseMalformed } from './malformed-request.ts';
import type { Exchange } from './own-route.ts';
import { sendCached, sendError, sendFailure } from './respond.ts';
import { canonicalAddress } from './steps/canonical-address.ts';
import { checkWrite } from './steps/check-write.ts';
import { forwardWrite } from './steps/forward-write.ts';
import { serveOwnRoute } from './steps/serve-own-route.ts';
import { servePage } from './steps/serve-page.ts';
import { servePrivate } from './steps/serve-private.ts';
import { serveUncached } from './steps/serve-uncached.ts';

/** A pasted paragraph in a search field is nine bytes a Bengali letter in the address; Node's own 16 kB would be 431. */
export const maxHeaderBytes = 128 * 1024;

/** In this order; the first that answers ends it. */
const readSteps: readonly Step[] = [servePrivate, serveUncached, serveOwnRoute, servePage];
const writeSteps: readonly Step[] = [checkWrite, forwardWrite];

/** The HTTP server: a GET of a cached page is answered at once, all else goes through the steps. */
export function createEdgeHttpServer(context: EdgeContext): Server {
  const { config, listener, pages } = context;
  const { headersTimeoutMs = 20_000 } = config;
  const server = createServer(
    {
      keepAlive: true,
      // A request without a body is no stream: a seventh less work for each response from the cache.
      optimizeEmptyRequests: true,
      headersTimeout: headersTimeoutMs,
      // By default an unfinished request is looked for only twice a minute.
      connectionsCheckingInterval: headersTimeoutMs / 4,
      maxHeaderSize: maxHeaderBytes,
    },
    (request, response) => {
      if (request.method === 'GET' || request.method === 'HEAD') {
        listener.pollOncePerTick();
        const page = pages.fresh(request.url ?? '');
        if (page) return sendCached(request, response, page, config);
      }
      handle(request, response).catch((error) => sendFailure({ request, response }, config, error));
    },
  );
  server.keepAliveTimeout = keepAliveMs;
  server.on('clientError', refuseMalformed);
  server.on('connect', (_, socket) => refuseMalformed({ code: 'CONNECT' }, socket as Socket));
  server.on('checkExpectation', (_, response: ServerResponse) => response.writeHead(417).end());
  return server;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const client = context.clientOf(request);
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const exchange: Exchange = { request, response, client, network: networkOf(client), isRead };
    if (!isRead && request.method !== 'POST') {
      return sendError(exchange, config, 405, [['allow', allowedMethods]]);
    }
    const address = await canonicalAddress(exchange, context);
    if (address === 'answered') return;
    for (const step of isRead ? readSteps : writeSteps) {
      if (await step({ ...exchange, address }, context)) return;
    }
  }
}
