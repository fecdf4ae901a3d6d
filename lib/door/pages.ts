import type { SameForAll } from './address';
import { askForAll } from './ask';
import { answerFinisher, type FinishAnswer } from './finish-answer';
import type { Follower } from './follow-the-store';
import type { OldAddresses } from './old-address';
import { brotliPage, gzipPage, type MadeAt, type Page } from './page';
import { PageMemory } from './page-memory';
import type { Policy } from './policy';
import type { Renderer } from './renderer';
import type { SentenceStatus } from './sentences';

export interface PagesChoices {
  renderer: Renderer;
  follower: Follower;
  policy: Policy;
  oldAddresses: OldAddresses;
  siteUrl: string;
  maxBytes: number;
  sentence(status: SentenceStatus): Page;
  log(line: string): void;
}

/** A render under way, and what commits have touched since it began. */
interface Running {
  page: Promise<Page>;
  overtakenBy: Set<string>;
}

/** Reader pages and files: the same bytes for everyone, from memory or by one render however many wait. */
export class Pages {
  readonly memory: PageMemory;
  /** Redirects and invented addresses: a place of their own, so that they never push out a page. */
  readonly brief: PageMemory;
  /** Also for the answer to a reader's form, which is finished alike and never kept. */
  readonly finish: FinishAnswer;
  #running = new Map<string, Running>();
  #all = new Set<Running>();
  #lastForgotten = new Date(0);
  #choices: PagesChoices;
  #agentHeaders: Record<string, string>;

  constructor(choices: PagesChoices) {
    this.#choices = choices;
    this.memory = new PageMemory(choices.maxBytes);
    this.brief = new PageMemory(choices.maxBytes / 16);
    this.finish = answerFinisher({ ...choices, missing: (status, path) => this.#missing(status, path) });
    const site = new URL(choices.siteUrl);
    this.#agentHeaders = {
      host: site.host,
      'x-forwarded-host': site.host,
      'x-forwarded-proto': site.protocol.slice(0, -1),
      // Without one, Next streams a page's title into its body, where a script would have to fetch it.
      'user-agent': 'BartaDoor/1 (renders for readers)',
      accept: 'text/html,*/*',
    };
  }

  /** What is remembered and right: for the shortest way through. Stale pages take the longer one. */
  remembered(key: string): Page | undefined {
    const known = this.memory.get(key);
    return known && !known.stale ? known.page : undefined;
  }

  /**
   * What an old address gets where the spelling itself would be a redirect, as with a slash at its end: the one
   * step to its place. Undefined where nothing of the old site was called so, or a page of ours is.
   */
  async oldAddress(requestTarget: string, path: string): Promise<Page | undefined> {
    const { oldAddresses } = this.#choices;
    const post = await oldAddresses.ofPost(requestTarget);
    if (post) return post === 'gone' ? this.#missing(410) : post;
    if (path === '/' || !(await oldAddresses.behind(path))) return undefined;
    const page = await this.answerTo({ kind: 'reader', path, target: path });
    return page.status === 301 || page.status === 410 ? page : undefined;
  }

  async answerTo(address: SameForAll): Promise<Page> {
    this.#choices.follower.look();
    const key = address.target;
    // Next's own pages, as `/_global-error`, are no addresses of ours.
    if (address.kind === 'reader' && key.startsWith('/_')) return this.#missing(404);
    const known = this.memory.get(key) ?? this.brief.get(key);
    if (!known) return this.#renderOnce(address);
    if (known.stale) {
      this.#renderOnce(address).catch((error) => this.#choices.log(`${key} stays stale: ${error.message}`));
    }
    return known.page;
  }

  /** What was forgotten in this very second may have been given out in it too. */
  #madeNow(): MadeAt {
    const at = new Date();
    return { at, isAmbiguous: secondOf(at) === secondOf(this.#lastForgotten) };
  }

  /** Called by the follower. A render that a commit has overtaken may show what was: nobody joins it now. */
  touched(tags: readonly string[]): void {
    this.#lastForgotten = new Date();
    this.memory.touch(tags);
    this.brief.forgetAll();
    for (const running of this.#all) for (const touched of tags) running.overtakenBy.add(touched);
    this.#running.clear();
  }

  forgetAll(): void {
    this.#lastForgotten = new Date();
    this.memory.forgetAll();
    this.brief.forgetAll();
    for (const running of this.#all) running.overtakenBy.add(everything);
    this.#running.clear();
  }

  #renderOnce(address: SameForAll): Promise<Page> {
    const joined = this.#running.get(address.target);
    if (joined) return joined.page;

    const overtakenBy = new Set<string>();
    const page = this.#render(address, overtakenBy).finally(() => {
      this.#all.delete(running);
      if (this.#running.get(address.target) === running) this.#running.delete(address.target);
    });
    const running: Running = { page, overtakenBy };
    this.#all.add(running);
    this.#running.set(address.target, running);
    return running.page;
  }

  async #render(address: SameForAll, overtakenBy: Set<string>): Promise<Page> {
    const key = address.target;
    const answer = await askForAll(this.#choices.renderer, {
      method: 'GET',
      path: key,
      headers: this.#agentHeaders,
    });
    const [page, keeping] = await this.finish(address, answer);
    if (keeping === 'never') return page;

    await gzipPage(page);
    this.#choices.follower.look();
    if (keeping === 'briefly') {
      if (overtakenBy.size === 0) this.brief.keep(key, page, page.status === 200 ? undefined : 1024);
      return page;
    }
    const isOld =
      overtakenBy.has(everything) || [...page.tags, ...page.soft].some((shown) => overtakenBy.has(shown));
    if (isOld) return page;
    page.madeAt = this.#madeNow();
    this.memory.keep(key, page);
    brotliPage(page)
      .then(() => this.memory.weighAgain(key, page))
      .catch((error) => this.#choices.log(`brotli of ${key}: ${error.message}`));
    return page;
  }

  /** The remembered page behind every 404: Next sends an empty body and lets its script fill it. */
  async #missing(asked: 404 | 410, of?: string): Promise<Page> {
    const old = asked === 404 && of ? await this.#choices.oldAddresses.behind(of) : null;
    if (old && old !== 'gone') return old;
    const status = old === 'gone' ? 410 : asked;
    const path = '/missing';
    const page = await this.answerTo({ kind: 'reader', path, target: path });
    const hasBody = page.status === 404 || page.status === 200;
    if (!hasBody) return this.#choices.sentence(404);
    return page.status === status ? page : { ...page, status };
  }
}

/** Every tag at once. */
const everything = '*';

const secondOf = (at: Date) => Math.floor(at.getTime() / 1000);
