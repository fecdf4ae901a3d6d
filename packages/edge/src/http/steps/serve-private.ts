import { sendPage } from '../../cache/send-page.ts';
import { relay } from '../../renderers/relay.ts';
import { poolFor } from '../../renderers/render-pools.ts';
import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import { withoutCaching } from '../respond.ts';

/** A page that depends on who asks: relayed with its cookies, never cached. */
export async function servePrivate(exchange: AddressedExchange, context: EdgeContext): Promise<boolean> {
  const { address, request, response, network } = exchange;
  if (address.kind !== 'private') return false;
  const { config, forms, pages, pools } = context;
  const leave = await poolFor(pools, config, address.path, request).enter(network);
  try {
    await relay({
      ...exchange,
      config,
      async onResponse({ statusCode }) {
        if (statusCode !== 404 || !forms.usesPublicNotFound?.(address.path)) return 'pass-on';
        sendPage(request, response, withoutCaching(await pages.notFound()));
        return 'answered';
      },
    });
  } finally {
    leave();
  }
  return true;
}
