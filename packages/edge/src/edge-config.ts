import type { Page } from './cache/page.ts';
import type { OwnRoute } from './http/own-route.ts';
import type { AddressRules } from './http/request-address.ts';
import type { RenderTimeouts } from './renderers/render-request.ts';
import type { Renderer } from './renderers/renderer-process.ts';

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** Everything that the application decides. The edge itself knows no path, cookie or sentence of it. */
export interface EdgeConfig {
  /** Public address of the site, as in `https://example.org`. */
  siteUrl: string;
  renderer: Renderer;
  /** How many renderers there are, which bounds the requests sent to them at once; 1 if left out. */
  renderers?: number;
  changeFeed: ChangeFeed;
  addresses: AddressRules;
  securityHeaders: SecurityHeaders;
  pages: PageRules;
  forms?: FormRules;
  /** Requests that the application answers in the edge process, in this order. */
  ownRoutes?: readonly OwnRoute[];
  /** Redirects of an older site, looked up only where there is no page. */
  oldAddresses?: OldAddresses;
  /** The page for a request that the edge refuses or cannot answer. */
  errorPage(status: ErrorStatus): Page;
  /** HTML for an error of a private page, whose body Next leaves empty for its script to fill. */
  emptyErrorBody?(status: number): string | undefined;
  /** Reads a file that need not be asked of a renderer. */
  readFile?(path: string): Promise<StaticFile | undefined>;
  /** Whether this request goes before those of readers, as those of staff do. */
  isPriority?(path: string, cookie: string | undefined): boolean;
  /** Called with the tags that have changed, once cached pages with them are gone. */
  onInvalidated?(tags: readonly string[]): void;
  /** A cache in front of the edge that is told of changes, and may ask for the tags of a page. */
  frontCache?: FrontCache | undefined;
  /** Request headers that are not passed on to the renderer, beside those of Next's own. */
  droppedHeaders?: RegExp;
  /** Address ranges of proxies whose forwarded headers are believed, as in `10.0.0.0/8`. */
  trustedProxies?: readonly string[];
  /** Sent to the renderer with requests for cached pages. */
  userAgent?: string;
  timeouts?: RenderTimeouts | undefined;
  /** Milliseconds within which the head of a request must have come. */
  headersTimeoutMs?: number | undefined;
  log(line: string): void;
}

/** Where the edge learns what has changed: a numbered list of changes that only grows. */
export interface ChangeFeed {
  /** Differs from the last call as soon as there may be changes. Called for each request, so it must be cheap. */
  version(): number | string;
  /** The changes after that id, oldest first. Ids have no gaps. `lastId` counts deleted changes too. */
  changesAfter(id: number): ChangeList;
  close(): void;
}

export interface ChangeList {
  changes: readonly { id: number; tags: readonly string[] }[];
  lastId: number;
}

/** Headers by kind of response: content security policy and the like. */
export interface SecurityHeaders {
  page(response: { path: string; html?: string }): HeaderList;
  file: HeaderList;
  /** The renderer is sent the policy too, because Next takes the nonce of its scripts from it. */
  private(nonce: string, path: string): HeaderList;
}

export interface PageRules {
  /** Memory for cached pages. */
  maxBytes: number;
  /** Seconds that a cache in front may keep a page without asking; 0 if left out. */
  sharedMaxAge?: number;
  /** Tags that all pages have beside their own. */
  globalTags?: readonly string[];
  globalSwrTags?: readonly string[];
  /** The page whose content is served with every 404. */
  notFoundPath?: string;
  /**
   * Removes the framework's scripts from cached pages; those that this keeps stay, and structured data. Without it pages
   * are cached with all their scripts.
   */
  keepScript?(attributes: string): boolean;
  /**
   * Changes a finished document once, before it is cached. An error is logged and the document served as it was. It must be
   * quick: requests wait for it.
   */
  transform?(html: string, path: string): string;
  /** Cache-Control of a file of this path; undefined for the default: it must be revalidated. */
  fileLifetime?(path: string): string | undefined;
  /** Folder in which cached pages are written as files, for a web server in front. */
  folder?: string | undefined;
}

export interface FormRules {
  /** The most bytes that the body of a request may have. */
  maxBytes(path: string, cookie: string | undefined): number;
  /** Up to so many bytes the form of a cached page is read whole and validated, even where `maxBytes` is more. */
  maxPageFormBytes: number;
  /** Whether the cookie holds a session, which a request without an `Origin` may not use. */
  hasSession(cookie: string | undefined): boolean;
  /** Paths that accept a POST from any origin. */
  allowsCrossOrigin?(path: string): boolean;
  /** Paths whose forms carry files, and are streamed to the renderer without being validated. */
  isUpload?(path: string): boolean;
  /** Private paths whose 404 is the one that all readers get. */
  usesPublicNotFound?(path: string): boolean;
}

export interface OldAddresses {
  /** What answers in place of a 404, if the path is an old one; `gone` for a 410. */
  byPath(path: string): Promise<Page | 'gone' | null>;
  /** The same for addresses that are the front page with a query, as `/?p=123`. */
  byQuery(requestTarget: string): Promise<Page | 'gone' | null>;
}

export interface StaticFile {
  body: Buffer;
  contentType: string;
}

export interface FrontCache {
  /** Request header that proves who sends it, with its value. */
  header: string;
  secret: string;
  /** Where a Varnish listens that is sent bans; undefined if there is none. */
  purgeUrl?: string | undefined;
}

export type ErrorStatus = 400 | 403 | 404 | 405 | 409 | 413 | 415 | 429 | 502 | 503;
