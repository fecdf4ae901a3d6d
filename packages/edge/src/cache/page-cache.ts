import type { EdgeConfig } from '../edge-config.ts';
import type { CacheableAddress, ParsedAddress, RequestAddress } from '../http/request-address.ts';
import { type FairQueue, type QueueEntry, QueueFull } from '../renderers/fair-queue.ts';
import { fetchFromRenderer, type RenderResponse, readerTimeouts } from '../renderers/render-request.ts';
import { gzipPage } from './compression/compress-page.ts';
import { PageCompressor } from './compression/page-compressor.ts';
import { type FinishResponse, mustRevalidate, responseFinisher } from './finish-response.ts';
import type { InvalidationListener } from './invalidation-listener.ts';
import { type MadeAt, type Page, uncompressedBody } from './page.ts';
import { PageFiles } from './page-files.ts';
import { PageStore } from './page-store.ts';
import { type PendingRender, PendingRenders } from './pending-renders.ts';

export interface PageCacheOptions {
  config: EdgeConfig;
  listener: InvalidationListener;
  /** Where renders of pages that are not cached wait. */
  queue: FairQueue;
  parseAddress(requestTarget: string): ParsedAddress;
}

/** Pages and files that are the same for everyone: from memory, or by one render however many wait for it. */
export class PageCache {
  readonly store: PageStore;
  /** Redirects and invented addresses: in a store of their own, so that they never evict a page. */
  readonly negativeCache: PageStore;
  /** Also for the response to a form of a page, which is finished alike and never cached. */
  readonly finish: FinishResponse;
  #options: PageCacheOptions;
  #files: PageFiles | undefined;
  #pending = new PendingRenders();
  #compressor: PageCompressor;
  #lastInvalidation = new Date(0);
  #headers: Record<string, string>;

  constructor(options: PageCacheOptions) {
    this.#options = options;
    const { config } = options;
    const { folder, maxBytes } = config.pages;
    this.#files = folder ? new PageFiles(folder, config.log) : undefined;
    const files = this.#files;
    const removal = files && { one: (key: string) => files.drop(key), all: () => files.dropAll() };
    this.store = new PageStore(maxBytes, removal);
    this.negativeCache = new PageStore(maxBytes / 16);
    this.#compressor = new PageCompressor(this.store, config.log);
    this.finish = responseFinisher({ ...config, notFound: (status, path) => this.#notFound(status, path) });
    this.#headers = renderHeaders(config);
  }

  /** A cached page that is up to date, for the shortest way through. */
  fresh(key: string): Page | undefined {
    const stored = this.store.get(key);
    return stored && !stored.stale ? stored.page : undefined;
  }

  /**
   * The redirect of an old address whose spelling would itself be redirected, as with a slash at its end: in one step
   * instead of two. Undefined where the older site had no such address, or there is a page now.
   */
  async oldAddress(requestTarget: string, path: string, network: string): Promise<Page | undefined> {
    const { oldAddresses } = this.#options.config;
    if (!oldAddresses) return undefined;
    const byQuery = await oldAddresses.byQuery(requestTarget);
    if (byQuery) return byQuery === 'gone' ? this.#notFound(410) : byQuery;
    if (path === '/' || !(await oldAddresses.byPath(path))) return undefined;
    const page = await this.get({ kind: 'page', path, target: path }, network);
    return page.status === 301 || page.status === 410 ? page : undefined;
  }

  /** `network` is who asks, and waits in its own queue if the page is not cached. Rejects with `QueueFull`. */
  async get(address: CacheableAddress, network: string): Promise<Page> {
    this.#options.listener.poll();
    const key = address.target;
    // Next's own pages, as `/_global-error`, are no addresses of the application.
    if (address.kind === 'page' && key.startsWith('/_')) return this.#notFound(404);
    const stored = this.store.get(key) ?? this.negativeCache.get(key);
    if (!stored) return this.#renderOnce(address, network);
    if (!stored.stale) return stored.page;
    this.#renderOnce(address, background).catch((error) => this.#logFailure(`${key} stays stale`, error));
    return this.#withoutSharedCaching(stored.page);
  }

  /** The content of every 404. */
  notFound(): Promise<Page> {
    return this.#notFound(404);
  }

  /** A page under an address that anybody may invent: rendered for one request, and dropped. */
  async renderUncached(address: RequestAddress): Promise<Page> {
    const { renderer, timeouts = readerTimeouts } = this.#options.config;
    const request = { method: 'GET', path: address.target, headers: this.#headers };
    const [page] = await this.finish(address, await fetchFromRenderer(renderer, request, timeouts));
    return page;
  }

  /** Renders pages that nobody has asked for yet, with their style sheets and scripts: one at a time, so that readers go first. */
  async warm(addresses: Iterable<CacheableAddress>): Promise<void> {
    for (const address of addresses) {
      if (this.fresh(address.target)) continue;
      const page = await this.#renderOnce(address, background).catch((error) =>
        this.#logFailure(`${address.target} is not warmed`, error),
      );
      if (page && address.kind === 'page') await this.warm(await this.#filesOf(page));
    }
  }

  /** Another build renders from now on: each page is served once more, while its new form is rendered. */
  markAllStale(): void {
    this.#lastInvalidation = new Date();
    this.store.markAllStale();
    this.negativeCache.clear();
    this.#pending.invalidateAll();
  }

  invalidate(tags: readonly string[]): void {
    this.#lastInvalidation = new Date();
    this.store.invalidate(tags);
    this.negativeCache.clear();
    this.#pending.invalidate(tags);
  }

  invalidateAll(): void {
    this.#lastInvalidation = new Date();
    this.store.clear();
    this.negativeCache.clear();
    this.#pending.invalidateAll();
  }

  close(): void {
    this.#files?.close();
  }

  #renderOnce(address: CacheableAddress, network: string): Promise<Page> {
    const joined = this.#pending.get(address.target);
    if (joined) {
      this.#options.queue.join(network, joined.entry);
      return joined.page;
    }
    return this.#pending.start(address.target, (pending) => this.#render(address, network, pending));
  }

  async #render(address: CacheableAddress, network: string, pending: PendingRender): Promise<Page> {
    const key = address.target;
    const answer = (await this.#readFile(address)) ?? (await this.#fetch(key, network, pending.entry));
    const [page, policy] = await this.finish(address, answer);
    if (policy === 'never') return page;

    await gzipPage(page);
    this.#options.listener.poll();
    if (policy === 'until-next-change') {
      if (!pending.hasChanges) this.negativeCache.put(key, page, page.status === 200 ? undefined : 1024);
      return page;
    }
    if (pending.isOutdated(page)) return this.#withoutSharedCaching(page);
    this.#put(key, page, address.kind);
    return page;
  }

  #put(key: string, page: Page, kind: CacheableAddress['kind']): void {
    page.madeAt = this.#madeNow();
    this.#compressor.putCompressed(key, page, kind === 'file');
    const isStillCached = () => {
      this.#options.listener.poll();
      return this.fresh(key) === page;
    };
    this.#files
      ?.put(key, page, isStillCached)
      .catch((error) => this.#options.config.log(`page file of ${key}: ${error.message}`));
  }

  /** A page that was invalidated in this very second may have been served in it too. */
  #madeNow(): MadeAt {
    const at = new Date();
    return { at, isAmbiguous: secondOf(at) === secondOf(this.#lastInvalidation) };
  }

  async #readFile({ kind, path }: CacheableAddress): Promise<RenderResponse | undefined> {
    if (kind !== 'file') return undefined;
    const file = await this.#options.config.readFile?.(path);
    return file && { status: 200, headers: { 'content-type': file.contentType }, body: file.body };
  }

  async #fetch(path: string, network: string, entry: QueueEntry): Promise<RenderResponse> {
    const { queue, config } = this.#options;
    const { renderer, timeouts = readerTimeouts } = config;
    const until = Date.now() + timeouts.totalMs;
    const leave = await queue.enter(network, timeouts.totalMs, entry);
    try {
      const request = { method: 'GET', path, headers: this.#headers };
      return await fetchFromRenderer(renderer, request, { ...timeouts, totalMs: until - Date.now() });
    } finally {
      leave();
    }
  }

  /** The cached page behind every 404: Next sends an empty body and lets its script fill it. */
  async #notFound(status: 404 | 410, path?: string): Promise<Page> {
    const { config } = this.#options;
    const old = status === 404 && path ? ((await config.oldAddresses?.byPath(path)) ?? null) : null;
    if (old && old !== 'gone') return old;
    const { notFoundPath } = config.pages;
    if (!notFoundPath) return config.errorPage(404);
    const address = { kind: 'page', path: notFoundPath, target: notFoundPath } as const;
    const page = await this.get(address, background).catch(() => undefined);
    if (page?.status !== 404 && page?.status !== 200) return config.errorPage(404);
    const sent = old === 'gone' ? 410 : status;
    return page.status === sent ? page : { ...page, status: sent };
  }

  /** A page that is not cached here is not to be cached in front either. */
  #withoutSharedCaching(page: Page): Page {
    if (!this.#options.config.pages.sharedMaxAge) return page;
    const others = page.headers.filter(([name]) => name !== 'cache-control');
    return { ...page, headers: [...others, ['cache-control', mustRevalidate]] };
  }

  /** A full queue is no fault, and would be logged thousands of times. */
  #logFailure(what: string, error: Error): void {
    if (!(error instanceof QueueFull)) this.#options.config.log(`${what}: ${error.message}`);
  }

  /** Style sheets and scripts of a document, which all readers fetch. */
  async #filesOf(page: Page): Promise<CacheableAddress[]> {
    if (page.status !== 200) return [];
    const document = (await uncompressedBody(page)).toString();
    const paths = document.matchAll(/(?:href|src|data-module)="(\/[^"?#]+\.(?:css|js))"/g);
    return [...new Set([...paths].map(([, path = '']) => path))]
      .map(this.#options.parseAddress)
      .filter((address): address is CacheableAddress => address.kind === 'file');
  }
}

function renderHeaders({ siteUrl, userAgent = 'edge/1' }: EdgeConfig): Record<string, string> {
  const site = new URL(siteUrl);
  return {
    host: site.host,
    'x-forwarded-host': site.host,
    'x-forwarded-proto': site.protocol.slice(0, -1),
    // Without one, Next streams a page's title into its body, where a script would have to move it.
    'user-agent': userAgent,
    accept: 'text/html,*/*',
  };
}

/** The queue of renders that no reader waits for. */
const background = 'background';

const secondOf = (at: Date) => Math.floor(at.getTime() / 1000);
