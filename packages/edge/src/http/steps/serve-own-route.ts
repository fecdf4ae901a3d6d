import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import { sendError } from '../respond.ts';

/** Requests that the application answers in the edge process. `body` is empty for a GET. */
export async function serveOwnRoute(
  exchange: AddressedExchange,
  { config }: EdgeContext,
  body: Buffer = Buffer.alloc(0),
): Promise<boolean> {
  const method = exchange.isRead ? 'GET' : 'POST';
  const refuse = (status: 400 | 404) => sendError(exchange, config, status);
  for (const route of config.ownRoutes ?? []) {
    if (route.method === method && (await route.handle({ ...exchange, body, refuse }))) return true;
  }
  return false;
}
