export { immutable, mustRevalidate } from './cache/finish-response';
export { makePage, type Page } from './cache/page';
export { sendPage } from './cache/send-page';
export { type CacheTags, cacheTagsMeta } from './cache-tags';
export type {
  ChangeFeed,
  ChangeList,
  EdgeConfig,
  ErrorStatus,
  FormRules,
  FrontCache,
  HeaderList,
  OldAddresses,
  PageRules,
  SecurityHeaders,
  StaticFile,
} from './edge-config';
export { createEdge, type EdgeServer } from './edge-server';
export { maxHeaderBytes } from './http/http-server';
export type { AddressedExchange, OwnExchange, OwnRoute } from './http/own-route';
export { type AddressRules, addressParser, type CacheableAddress } from './http/request-address';
export { buildCopies, type NextBuild, snapshotBuild, standaloneConfig } from './renderers/next-builds';
export { rendererFlags } from './renderers/node-flags';
export { createRendererPool, type RendererPool } from './renderers/renderer-pool';
export type { Renderer, RendererLease } from './renderers/renderer-process';
