import type { IncomingMessage } from 'node:http';
import type { InvalidationListener } from '../cache/invalidation-listener.ts';
import type { PageCache } from '../cache/page-cache.ts';
import type { EdgeConfig, FormRules } from '../edge-config.ts';
import type { RenderPools } from '../renderers/render-pools.ts';
import type { Client } from './client-address.ts';
import type { AddressedExchange } from './own-route.ts';
import type { ParsedAddress } from './request-address.ts';
import type { UploadLimiter } from './upload-limiter.ts';

/** What the steps share. */
export interface EdgeContext {
  config: EdgeConfig;
  forms: FormRules;
  pages: PageCache;
  listener: InvalidationListener;
  pools: RenderPools;
  uploads: UploadLimiter;
  parseAddress(requestTarget: string): ParsedAddress;
  clientOf(request: IncomingMessage): Client;
  /** Resolves once a cache in front has been told of all changes so far. */
  frontCacheSettled(): Promise<void> | undefined;
}

/** One step of the answer to a request. True: it has been answered, no later step is run. */
export type Step = (exchange: AddressedExchange, context: EdgeContext) => Promise<boolean> | boolean;
