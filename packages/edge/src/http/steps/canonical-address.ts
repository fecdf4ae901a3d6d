import type { IncomingMessage } from 'node:http';
import { sendPage } from '../../cache/send-page.ts';
import type { EdgeContext } from '../edge-context.ts';
import type { Exchange } from '../own-route.ts';
import type { RequestAddress } from '../request-address.ts';
import { isValidHost } from '../request-guard.ts';
import { sendError } from '../respond.ts';

/** The address that is asked for; a malformed one is refused, and another spelling is redirected to the canonical one. */
export async function canonicalAddress(
  exchange: Exchange,
  context: EdgeContext,
): Promise<RequestAddress | 'answered'> {
  const { request, isRead } = exchange;
  const address = context.parseAddress(request.url ?? '');
  const isValid =
    address.kind !== 'malformed' && isValidHost(request.headers.host) && hostHeaders(request) === 1;
  if (!isValid) {
    sendError(exchange, context.config, 400);
    return 'answered';
  }
  if (address.kind !== 'redirect') return address;

  if (isRead) await redirect(exchange, context, address.target);
  else sendError(exchange, context.config, 404);
  return 'answered';
}

async function redirect(
  { request, response, network }: Exchange,
  { config, pages }: EdgeContext,
  target: string,
): Promise<void> {
  const path = target.replace(/\?.*$/, '');
  const old = await pages.oldAddress('', path, network);
  if (old) return sendPage(request, response, old);
  response
    .writeHead(301, [
      ...['location', target, 'content-length', '0'],
      ...config.securityHeaders.page({ path }).flat(),
    ])
    .end();
}

function hostHeaders({ rawHeaders }: IncomingMessage): number {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length;
}
