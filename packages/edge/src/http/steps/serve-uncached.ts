import { poolFor } from '../../renderers/render-pools.ts';
import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import { sendUncached } from '../respond.ts';

/** A page whose query anybody may invent: rendered for each request without cookies, and dropped. */
export async function serveUncached(exchange: AddressedExchange, context: EdgeContext): Promise<boolean> {
  const { address, request, network } = exchange;
  if (address.kind !== 'uncached') return false;
  const leave = await poolFor(context.pools, context.config, address.path, request).enter(network);
  try {
    await sendUncached(exchange, await context.pages.renderUncached(address));
  } finally {
    leave();
  }
  return true;
}
