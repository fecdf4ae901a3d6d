import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipPage } from '../cache/compression/compress-page.ts';
import { acceptedCompressions } from '../cache/compression/content-encoding.ts';
import type { Page } from '../cache/page.ts';
import { sendPage } from '../cache/send-page.ts';
import { tagHeader } from '../cache/varnish-purger.ts';
import type { EdgeConfig, ErrorStatus } from '../edge-config.ts';
import { QueueFull } from '../renderers/fair-queue.ts';
import { NoResponse } from '../renderers/render-request.ts';
import { drainBody } from './drain-body.ts';
import type { Exchange } from './own-route.ts';

type RequestAndResponse = Pick<Exchange, 'request' | 'response'>;

/** Sends the application's page for that status. Where a response has begun already, it is broken off. */
export function sendError(
  { request, response }: RequestAndResponse,
  { errorPage }: Pick<EdgeConfig, 'errorPage'>,
  status: ErrorStatus,
  extra: Page['headers'] = [],
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const page = errorPage(status);
  if (!request.complete) drainBody(request, response);
  sendPage(request, response, { ...page, headers: [...page.headers, ...extra] });
}

/** Sends a page that was made for one request, as the answer to a form or a search. */
export async function sendUncached(
  { request, response }: RequestAndResponse,
  page: Page,
  cookies: readonly string[] = [],
): Promise<void> {
  if (acceptedCompressions(request.headers['accept-encoding']).includes('gzip')) await gzipPage(page);
  sendPage(request, response, withoutCaching(page, cookies));
}

export function withoutCaching(page: Page, cookies: readonly string[] = []): Page {
  const headers = page.headers.filter(([name]) => name !== 'cache-control');
  const setCookies = cookies.map((cookie) => ['set-cookie', cookie] as const);
  return { ...page, headers: [...headers, ['cache-control', 'private, no-store'], ...setCookies] };
}

/** Sends a cached page; a cache in front that knows the secret is told its tags. */
export function sendCached(
  request: IncomingMessage,
  response: ServerResponse,
  page: Page,
  { frontCache }: EdgeConfig,
): void {
  const asksForTags = frontCache !== undefined && request.headers[frontCache.header] === frontCache.secret;
  sendPage(request, response, asksForTags ? withTags(page) : page);
}

function withTags(page: Page): Page {
  return { ...page, headers: [...page.headers, ['x-page-tags', tagHeader([...page.tags, ...page.swrTags])]] };
}

/** What a request gets whose handling has failed. */
export function sendFailure(exchange: RequestAndResponse, config: EdgeConfig, error: Error): void {
  const { request, response } = exchange;
  const { code } = error as NodeJS.ErrnoException;
  const clientIsGone = (request.destroyed && !request.complete) || code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (clientIsGone) {
    response.destroy();
    return;
  }
  if (error instanceof QueueFull) {
    sendError(exchange, config, error.status);
    return;
  }
  const cause = error.cause ? ` (${error.cause})` : '';
  config.log(`${request.method} ${request.url?.split('?')[0]}: ${error.message}${cause}`);
  const mayBeHalfDone = error instanceof NoResponse && error.wasSent && request.method === 'POST';
  sendError(exchange, config, mayBeHalfDone ? 502 : 503);
}
