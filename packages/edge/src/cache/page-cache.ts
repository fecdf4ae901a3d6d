import type { ErrorStatus } from '@/lib/edge-config/error-pages';
import type { OldAddresses } from '@/lib/edge-config/old-addresses';
import type { SecurityPolicy } from '@/lib/edge-config/security-policy';
import { type CacheableAddress, parseAddress, type RequestAddress } from '../http/request-address';
import { type FairQueue, QueueEntry, QueueFull } from '../renderers/fair-queue';
import {
  fetchFromRenderer,
  type RenderResponse,
  type RenderTimeouts,
  readerTimeouts,
} from '../renderers/render-request';
import type { Renderer } from '../renderers/renderer-process';
import { CompressionQueue } from './compression-queue';
import { type FinishResponse, mustRevalidate, responseFinisher } from './finish-response';
import type { InvalidationListener } from './invalidation-listener';
import {
  compressPage,
  dropUncompressedBody,
  gzipPage,
  type MadeAt,
  type Page,
  type SlowCompression,
  uncompressedBody,
} from './page';
import type { PageFiles } from './page-files';
import { PageStore } from './page-store';
import { Sweeper } from './sweep';

export interface PageCacheOptions {
  renderer: Renderer;
  follower: InvalidationListener;
  policy: SecurityPolicy;
  oldAddresses: OldAddresses;
  siteUrl: string;
  maxBytes: number;
  /** Seconds, see `FinishChoices`. */
  sharedMaxAge: number;
  /** Where cold pages wait for their render. */
  queue: FairQueue;
  /** How long a reader waits for one. */
  patience?: RenderTimeouts | undefined;
  /** A file that lies ready on the disk, if the path names one. */
  fileOnDisk?(path: string): Promise<RenderResponse | undefined>;
  /** Where pages lie for a web server in front, and are taken away with the page. */
  files?: PageFiles;
  sentence(status: ErrorStatus): Page;
  log(line: string): void;
}

/** A render under way, and what commits have touched since it began. */
interface PendingRender {
  page: Promise<Page>;
  invalidatedBy: Set<string>;
  entry: QueueEntry;
}

/** Reader pages and files: the same bytes for everyone, from memory or by one render however many wait. */
export class PageCache {
  readonly store: PageStore;
  /** Redirects and invented addresses: a place of their own, so that they never push out a page. */
  readonly negativeCache: PageStore;
  /** Also for the answer to a reader's form, which is finished alike and never kept. */
  readonly finish: FinishResponse;
  #running = new Map<string, PendingRender>();
  #all = new Set<PendingRender>();
  #packer = new CompressionQueue((key) => this.#pack(key));
  #sweeper = new Sweeper();
  #wanted = new WeakMap<Page, SlowCompression[]>();
  #lastForgotten = new Date(0);
  #choices: PageCacheOptions;
  #agentHeaders: Record<string, string>;

  constructor(choices: PageCacheOptions) {
    this.#choices = choices;
    const { files } = choices;
    const gone = files && { one: (key: string) => files.drop(key), all: () => files.dropAll() };
    this.store = new PageStore(choices.maxBytes, gone);
    this.negativeCache = new PageStore(choices.maxBytes / 16);
    const finish = responseFinisher({ ...choices, notFound: (status, path) => this.#missing(status, path) });
    this.finish = async (address, answer) => {
      const made = await finish(address, answer);
      this.#sweeper.made(made[0].size);
      return made;
    };
    const site = new URL(choices.siteUrl);
    this.#agentHeaders = {
      host: site.host,
      'x-forwarded-host': site.host,
      'x-forwarded-proto': site.protocol.slice(0, -1),
      // Without one, Next streams a page's title into its body, where a script would have to fetch it.
      'user-agent': 'BartaEdge/1 (renders for readers)',
      accept: 'text/html,*/*',
    };
  }

  /** What is remembered and right: for the shortest way through. Stale pages take the longer one. */
  fresh(key: string): Page | undefined {
    const known = this.store.get(key);
    return known && !known.stale ? known.page : undefined;
  }

  /**
   * What an old address gets where the spelling itself would be a redirect, as with a slash at its end: the one
   * step to its place. Undefined where nothing of the old site was called so, or a page of ours is.
   */
  async oldAddress(requestTarget: string, path: string, network: string): Promise<Page | undefined> {
    const { oldAddresses } = this.#choices;
    const asked = await oldAddresses.ofQuery(requestTarget);
    if (asked) return asked === 'gone' ? this.#missing(410) : asked;
    if (path === '/' || !(await oldAddresses.behind(path))) return undefined;
    const page = await this.get({ kind: 'reader', path, target: path }, network);
    return page.status === 301 || page.status === 410 ? page : undefined;
  }

  /** `network` is who asks, and waits in its own line if the page is cold. Rejects with `Busy` past the bounds. */
  async get(address: CacheableAddress, network: string): Promise<Page> {
    this.#choices.follower.poll();
    const key = address.target;
    // Next's own pages, as `/_global-error`, are no addresses of ours.
    if (address.kind === 'reader' && key.startsWith('/_')) return this.#missing(404);
    const known = this.store.get(key) ?? this.negativeCache.get(key);
    if (!known) return this.#renderOnce(address, network);
    if (known.stale) {
      this.#renderOnce(address, theHouse).catch((error) => this.#tell(`${key} stays stale`, error));
    }
    return known.stale ? this.#toBeAskedAgain(known.page) : known.page;
  }

  /** What stands behind every 404 of readers. */
  missing(): Promise<Page> {
    return this.#missing(404);
  }

  /** A page under an address that anybody may invent: nobody joins it, and nothing of it stays. It waits in no line here. */
  async renderUncached(address: RequestAddress): Promise<Page> {
    const { renderer, patience = readerTimeouts } = this.#choices;
    const question = { method: 'GET', path: address.target, headers: this.#agentHeaders };
    const [page] = await this.finish(address, await fetchFromRenderer(renderer, question, patience));
    return page;
  }

  /** Renders what nobody has asked for yet, with its sheets and scripts, one after the other, so that readers' own pages go first. */
  async warm(addresses: Iterable<CacheableAddress>): Promise<void> {
    for (const address of addresses) {
      if (this.fresh(address.target)) continue;
      const page = await this.#renderOnce(address, theHouse).catch((error) =>
        this.#tell(`${address.target} is cold`, error),
      );
      if (page && address.kind === 'reader') await this.warm(await filesOf(page));
    }
  }

  /** Another build renders from now on: each page is good once more, while its new form is made. */
  markAllStale(): void {
    this.#lastForgotten = new Date();
    this.store.markAllStale();
    this.negativeCache.clear();
    for (const running of this.#all) running.invalidatedBy.add(everything);
    this.#running.clear();
  }

  /** What was forgotten in this very second may have been given out in it too. */
  #madeNow(): MadeAt {
    const at = new Date();
    return { at, isAmbiguous: secondOf(at) === secondOf(this.#lastForgotten) };
  }

  /** Called by the follower. A render that a commit has overtaken may show what was: nobody joins it now. */
  invalidate(tags: readonly string[]): void {
    this.#lastForgotten = new Date();
    this.store.invalidate(tags);
    this.negativeCache.clear();
    for (const running of this.#all) for (const touched of tags) running.invalidatedBy.add(touched);
    this.#running.clear();
  }

  invalidateAll(): void {
    this.#lastForgotten = new Date();
    this.store.clear();
    this.negativeCache.clear();
    for (const running of this.#all) running.invalidatedBy.add(everything);
    this.#running.clear();
  }

  /** That many are waiting is no fault, and would be told thousands of times. */
  #tell(what: string, error: Error): void {
    if (!(error instanceof QueueFull)) this.#choices.log(`${what}: ${error.message}`);
  }

  #renderOnce(address: CacheableAddress, network: string): Promise<Page> {
    const joined = this.#running.get(address.target);
    if (joined) {
      this.#choices.queue.join(network, joined.entry);
      return joined.page;
    }

    const invalidatedBy = new Set<string>();
    const entry = new QueueEntry();
    const page = this.#render(address, network, entry, invalidatedBy).finally(() => {
      this.#all.delete(running);
      if (this.#running.get(address.target) === running) this.#running.delete(address.target);
    });
    const running: PendingRender = { page, invalidatedBy, entry };
    this.#all.add(running);
    this.#running.set(address.target, running);
    return running.page;
  }

  async #render(
    address: CacheableAddress,
    network: string,
    entry: QueueEntry,
    invalidatedBy: Set<string>,
  ): Promise<Page> {
    const key = address.target;
    const answer = (await this.#fileFor(address)) ?? (await this.#ask(key, network, entry));
    const [page, keeping] = await this.finish(address, answer);
    if (keeping === 'never') return page;

    await gzipPage(page);
    this.#choices.follower.poll();
    if (keeping === 'briefly') {
      if (invalidatedBy.size === 0) this.negativeCache.put(key, page, page.status === 200 ? undefined : 1024);
      return page;
    }
    const isOld =
      invalidatedBy.has(everything) ||
      [...page.tags, ...page.swrTags].some((shown) => invalidatedBy.has(shown));
    if (isOld) return this.#toBeAskedAgain(page);
    page.madeAt = this.#madeNow();
    dropUncompressedBody(page);
    this.store.put(key, page);
    this.#choices.files
      ?.put(key, page, () => {
        this.#choices.follower.poll();
        return this.fresh(key) === page;
      })
      .catch((error) => this.#choices.log(`page file of ${key}: ${error.message}`));
    page.onGrown = () => this.store.updateSize(key, page);
    // Brotli for all that is kept; zstd, which hardly anybody knows who does not know that, where it is asked for.
    const wanted: SlowCompression[] = ['br'];
    page.onCompressionMissed = (packing) => {
      if (wanted.includes(packing)) return;
      wanted.push(packing);
      this.#packer.add(key, address.kind === 'file');
    };
    this.#wanted.set(page, wanted);
    this.#packer.add(key, address.kind === 'file');
    return page;
  }

  /** Behind the readers: what has been forgotten meanwhile needs no packing. */
  async #pack(key: string): Promise<void> {
    const page = this.store.peek(key);
    if (!page) return;
    for (const packing of this.#wanted.get(page) ?? []) {
      await compressPage(page, packing).catch((error) =>
        this.#choices.log(`packing ${key}: ${error.message}`),
      );
    }
    dropUncompressedBody(page);
    this.#sweeper.made(page.size / 2);
    this.store.updateSize(key, page);
  }

  /** What is not kept here is not to be kept in front of us. */
  #toBeAskedAgain(page: Page): Page {
    if (this.#choices.sharedMaxAge === 0) return page;
    const others = page.headers.filter(([name]) => name !== 'cache-control');
    return { ...page, headers: [...others, ['cache-control', mustRevalidate]] };
  }

  #fileFor({ kind, path }: CacheableAddress): Promise<RenderResponse | undefined> | undefined {
    return kind === 'file' ? this.#choices.fileOnDisk?.(path) : undefined;
  }

  async #ask(path: string, network: string, entry: QueueEntry): Promise<RenderResponse> {
    const { queue, renderer, patience = readerTimeouts } = this.#choices;
    const until = Date.now() + patience.totalMs;
    const leave = await queue.enter(network, patience.totalMs, entry);
    try {
      const question = { method: 'GET', path, headers: this.#agentHeaders };
      return await fetchFromRenderer(renderer, question, { ...patience, totalMs: until - Date.now() });
    } finally {
      leave();
    }
  }

  /** The remembered page behind every 404: Next sends an empty body and lets its script fill it. */
  async #missing(asked: 404 | 410, of?: string): Promise<Page> {
    const old = asked === 404 && of ? await this.#choices.oldAddresses.behind(of) : null;
    if (old && old !== 'gone') return old;
    const status = old === 'gone' ? 410 : asked;
    const path = '/missing';
    const missing = this.get({ kind: 'reader', path, target: path }, theHouse);
    const page = await missing.catch(() => undefined);
    const hasBody = page?.status === 404 || page?.status === 200;
    if (!page || !hasBody) return this.#choices.sentence(404);
    return page.status === status ? page : { ...page, status };
  }
}

/** Sheets and scripts of a document: what all readers fetch, and what is worth packing best. */
async function filesOf(page: Page): Promise<CacheableAddress[]> {
  if (page.status !== 200) return [];
  const document = (await uncompressedBody(page)).toString();
  const named = document.matchAll(/(?:href|src|data-module)="(\/(?:_next\/static|enhance)\/[^"?#]+)"/g);
  return [...new Set([...named].map(([, path = '']) => path))]
    .map(parseAddress)
    .filter((address): address is CacheableAddress => address.kind === 'file');
}

/** Every tag at once. */
const everything = '*';
/** In whose line stands what no reader waits for. */
const theHouse = 'the house';

const secondOf = (at: Date) => Math.floor(at.getTime() / 1000);
