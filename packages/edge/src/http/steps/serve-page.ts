import { sendPage } from '../../cache/send-page.ts';
import type { EdgeContext } from '../edge-context.ts';
import type { AddressedExchange } from '../own-route.ts';
import { sendCached } from '../respond.ts';

/** A page or file, the same for everyone: from the cache, or by one render however many wait for it. */
export async function servePage(
  { address, request, response, network }: AddressedExchange,
  { pages, config }: EdgeContext,
): Promise<boolean> {
  const { kind, path } = address;
  if (kind !== 'page' && kind !== 'file') return false;
  const old = path === '/' && (await pages.oldAddress(request.url ?? '', '/', network));
  if (old) sendPage(request, response, old);
  else sendCached(request, response, await pages.get({ ...address, kind }, network), config);
  return true;
}
