export { immutable, mustRevalidate } from './cache/finish-response.ts';
export { makePage, type Page } from './cache/page.ts';
export { sendPage } from './cache/send-page.ts';
export { type CacheTags, cacheTagsMeta } from './cache-tags.ts';
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
} from './edge-config.ts';
export type { CreateEdgeOptions } from './edge-defaults.ts';
export { createEdge, type EdgeServer } from './edge-server.ts';
export { maxHeaderBytes } from './http/http-server.ts';
export type { AddressedExchange, OwnExchange, OwnRoute } from './http/own-route.ts';
export { type AddressRules, addressParser, type CacheableAddress } from './http/request-address.ts';
export { buildCopies, type NextBuild, snapshotBuild, standaloneConfig } from './renderers/next-builds.ts';
export { nextStartArgs } from './renderers/next-start.ts';
export { rendererFlags } from './renderers/node-flags.ts';
export { createRendererPool, type RendererPool } from './renderers/renderer-pool.ts';
export type { Renderer, RendererLease } from './renderers/renderer-process.ts';
