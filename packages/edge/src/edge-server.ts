import { listenForInvalidations } from './cache/invalidation-listener.ts';
import { PageCache } from './cache/page-cache.ts';
import { VarnishPurger } from './cache/varnish-purger.ts';
import type { FormRules } from './edge-config.ts';
import { type CreateEdgeOptions, withDefaults } from './edge-defaults.ts';
import { clientResolver } from './http/client-address.ts';
import { createEdgeHttpServer } from './http/http-server.ts';
import { addressParser } from './http/request-address.ts';
import { createUploadLimiter } from './http/upload-limiter.ts';
import { createRenderPools } from './renderers/render-pools.ts';

export interface EdgeServer {
  pages: PageCache;
  /** Another build renders from now on. */
  buildChanged(): void;
  /** Resolves to the port. Rejects as `net.Server.listen` does. */
  listen(host: string, port: number): Promise<number>;
  /** Finishes the responses that are under way, then stops the renderer. */
  close(): Promise<void>;
}

/** Puts the parts together: a change reaches the cache before any request that comes later is answered. */
export function createEdge(options: CreateEdgeOptions): EdgeServer {
  const config = withDefaults(options);
  const { changeFeed, frontCache, log, renderer } = config;
  const pools = createRenderPools(config.renderers ?? 1);
  const parseAddress = addressParser(config.addresses);
  const purger = frontCache?.purgeUrl
    ? new VarnishPurger({ ...frontCache, url: frontCache.purgeUrl, log })
    : undefined;
  let lastLoss = '';
  const listener = listenForInvalidations(changeFeed, {
    invalidate(tags) {
      lastLoss = '';
      pages.invalidate(tags);
      purger?.tags(tags);
      config.onInvalidated?.(tags);
    },
    invalidateAll(reason) {
      if (reason !== lastLoss) {
        log(`all cached pages dropped: ${reason}`);
        purger?.all();
      }
      lastLoss = reason;
      pages.invalidateAll();
    },
  });
  const pages = new PageCache({ config, listener, queue: pools.pages, parseAddress });
  // Pages in front are served without a request to the edge, so it does not wait for one to poll.
  const isInFront = config.pages.folder !== undefined || purger !== undefined;
  const polling = isInFront ? setInterval(() => listener.poll(), pollIntervalMs).unref() : undefined;
  // An edge that starts does not know what it has missed.
  purger?.all();

  const server = createEdgeHttpServer({
    ...{ config, pages, listener, pools, parseAddress },
    forms: config.forms ?? defaultForms,
    uploads: createUploadLimiter(),
    clientOf: clientResolver(config.trustedProxies ?? []),
    frontCacheSettled: () => purger?.settled(),
  });

  return {
    pages,
    buildChanged() {
      pages.markAllStale();
      purger?.all();
    },
    listen: (host, port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => resolve((server.address() as { port: number }).port));
      }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const timeout = setTimeout(() => server.closeAllConnections(), 5000);
      clearInterval(polling);
      pages.close();
      await closed;
      clearTimeout(timeout);
      await renderer.stop();
      listener.close();
      purger?.close();
    },
  };
}

/** So long at most may a page in front outlive a change. A poll costs 2 µs. */
const pollIntervalMs = 20;

const defaultForms: FormRules = {
  maxBytes: () => 1024 * 1024,
  maxPageFormBytes: 1024 * 1024,
  hasSession: (cookie) => cookie !== undefined,
};
