import type { IncomingMessage } from 'node:http';
import type { InvalidationListener } from '../cache/invalidation-listener';
import type { PageCache } from '../cache/page-cache';
import type { EdgeConfig, FormRules } from '../edge-config';
import type { RenderPools } from '../renderers/render-pools';
import type { Client } from './client-address';
import type { AddressedExchange } from './own-route';
import type { ParsedAddress } from './request-address';
import type { UploadLimiter } from './upload-limiter';

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
