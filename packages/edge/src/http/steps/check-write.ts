import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import { acceptsContentType, isSameOrigin } from '../request-guard.ts';
import { sendError } from '../respond.ts';

/** Refuses a POST to what takes none, from another site, or of a type that Next cannot read. */
export function checkWrite(exchange: AddressedExchange, { config, forms }: EdgeContext): boolean {
  const { address, request } = exchange;
  const { headers } = request;
  if (address.kind === 'file' || address.kind === 'uncached') {
    sendError(exchange, config, 405, [['allow', 'GET, HEAD']]);
    return true;
  }
  const isAllowed =
    forms.allowsCrossOrigin?.(address.path) ||
    isSameOrigin({ siteUrl: config.siteUrl, headers, hasSession: forms.hasSession });
  if (!isAllowed) {
    sendError(exchange, config, 403);
    return true;
  }
  if (acceptsContentType(address, headers)) return false;
  sendError(exchange, config, 415);
  return true;
}
