import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { relay } from '../../renderers/relay.ts';
import { poolFor } from '../../renderers/render-pools.ts';
import { readResponse } from '../../renderers/render-request.ts';
import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import type { RequestAddress } from '../request-address.ts';
import { type BodyReader, carriesBody, limitBytes, readBody, validateBody } from '../request-body.ts';
import { isRouteHandler } from '../request-guard.ts';
import { sendError, sendUncached } from '../respond.ts';
import { serveOwnRoute } from './serve-own-route.ts';

/** Bodies that may be larger are files, and are streamed to the renderer. */
const maxBytesInMemory = 2 * 1024 * 1024;

/** Sends a POST to the renderer: small bodies validated before, uploads streamed. */
export async function forwardWrite(exchange: AddressedExchange, context: EdgeContext): Promise<boolean> {
  const { request } = exchange;
  const { config } = context;
  const limit = bodyLimit(exchange, context);
  const contentType = request.headers['content-type'] ?? '';
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    sendError(exchange, config, 413);
  } else if (limit > maxBytesInMemory && carriesBody(request) && /^multipart/i.test(contentType)) {
    await forwardUpload(exchange, context, limit);
  } else {
    await forwardSmallBody(exchange, context, limit);
  }
  return true;
}

/** A form without files on a page that takes files is a form like any other, and is validated before it is forwarded. */
function bodyLimit({ address, request }: AddressedExchange, { forms }: EdgeContext): number {
  const { headers } = request;
  const length = Number(headers['content-length'] ?? Number.POSITIVE_INFINITY);
  const isSmallForm = address.kind === 'page' && length <= forms.maxPageFormBytes;
  return isSmallForm ? forms.maxPageFormBytes : forms.maxBytes(address.path, headers.cookie);
}

async function forwardUpload(
  exchange: AddressedExchange,
  context: EdgeContext,
  limit: number,
): Promise<void> {
  const { address, request, network } = exchange;
  // Anybody may send files to a public page, so only few may do so at once.
  const leave = address.kind === 'page' ? context.uploads.enter(network, request) : () => {};
  if (!leave) return sendError(exchange, context.config, 429);
  try {
    // A stream takes no slot of a render pool: a slow sender would hold it.
    await forward(exchange, context, request.pipe(limitBytes(limit)));
  } finally {
    leave();
  }
}

async function forwardSmallBody(
  exchange: AddressedExchange,
  context: EdgeContext,
  limit: number,
): Promise<void> {
  const { address, request, network } = exchange;
  const body = await readBody(request, limit);
  if (body === 'too-large') return sendError(exchange, context.config, 413);
  if (await serveOwnRoute(exchange, context, body)) return;
  const sent = { body, contentType: request.headers['content-type'] ?? '' };
  const valid = await validateBody(sent, bodyReader(address, request));
  if (!valid) return sendError(exchange, context.config, 400);
  const leave = await poolFor(context.pools, context.config, address.path, request).enter(network);
  try {
    await forward(exchange, context, valid.body, valid.contentType);
  } finally {
    leave();
  }
}

/** The sender reads what was written: what the change feed says is known before the response leaves. */
async function forward(
  exchange: AddressedExchange,
  context: EdgeContext,
  body: Buffer | Readable,
  contentType?: string,
): Promise<void> {
  const { address, request } = exchange;
  const { config, forms, listener, pages } = context;
  const isForm = bodyReader(address, request) === 'form-action';
  await relay({
    ...exchange,
    config,
    body,
    ...(contentType === undefined ? {} : { headers: { 'content-type': contentType } }),
    async onResponse(answer) {
      listener.poll();
      await context.frontCacheSettled();
      const status = answer.statusCode ?? 502;
      if (isForm && status === 500 && forms.isUpload?.(address.path)) {
        // A streamed body is not validated; Next answers 500 to a broken one.
        config.log(`POST ${address.path}: the renderer answered 500 to a form with files`);
        sendError(exchange, config, 400);
        return 'answered';
      }
      if (isForm && (status === 409 || status === 400)) {
        sendError(exchange, config, status);
        return 'answered';
      }
      if (address.kind !== 'page') return 'pass-on';
      const [page] = await pages.finish(address, await readResponse(answer));
      await sendUncached(exchange, page, answer.headers['set-cookie'] ?? []);
      return 'answered';
    },
  });
}

function bodyReader({ kind, path }: RequestAddress, { headers }: IncomingMessage): BodyReader {
  if (isRouteHandler(path)) return 'route';
  return kind === 'private' && 'next-action' in headers ? 'client-action' : 'form-action';
}
