import { type Answer, askForAll, ofReaders, type Patience } from '../renderers/ask';
import { Busy, type FairQueue, Place } from '../renderers/queue';
import type { Renderer } from '../renderers/renderer';
import { addressOf, type SameForAll, type Spelt } from '../requests/address';
import type { Policy } from '../requests/policy';
import { answerFinisher, askAgain, type FinishAnswer } from './finish-answer';
import type { Follower } from './follow-the-store';
import type { OldAddresses } from './old-address';
import { Packer } from './packer';
import { gzipPage, leanPage, type MadeAt, type Page, packPage, plainOf, type SlowPacking } from './page';
import type { PageFiles } from './page-files';
import { PageMemory } from './page-memory';
import type { SentenceStatus } from './sentences';
import { Sweeper } from './sweep';

export interface PagesChoices {
  renderer: Renderer;
  follower: Follower;
  policy: Policy;
  oldAddresses: OldAddresses;
  siteUrl: string;
  maxBytes: number;
  /** Seconds, see `FinishChoices`. */
  sharedMaxAge: number;
  /** Where cold pages wait for their render. */
  queue: FairQueue;
  /** How long a reader waits for one. */
  patience?: Patience | undefined;
  /** A file that lies ready on the disk, if the path names one. */
  fileOnDisk?(path: string): Promise<Answer | undefined>;
  /** Where pages lie for a web server in front, and are taken away with the page. */
  files?: PageFiles;
  sentence(status: SentenceStatus): Page;
  log(line: string): void;
}

/** A render under way, and what commits have touched since it began. */
interface Running {
  page: Promise<Page>;
  overtakenBy: Set<string>;
  place: Place;
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
  #packer = new Packer((key) => this.#pack(key));
  #sweeper = new Sweeper();
  #wanted = new WeakMap<Page, SlowPacking[]>();
  #lastForgotten = new Date(0);
  #choices: PagesChoices;
  #agentHeaders: Record<string, string>;

  constructor(choices: PagesChoices) {
    this.#choices = choices;
    const { files } = choices;
    const gone = files && { one: (key: string) => files.drop(key), all: () => files.dropAll() };
    this.memory = new PageMemory(choices.maxBytes, gone);
    this.brief = new PageMemory(choices.maxBytes / 16);
    const finish = answerFinisher({ ...choices, missing: (status, path) => this.#missing(status, path) });
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
  async oldAddress(requestTarget: string, path: string, network: string): Promise<Page | undefined> {
    const { oldAddresses } = this.#choices;
    const asked = await oldAddresses.ofQuery(requestTarget);
    if (asked) return asked === 'gone' ? this.#missing(410) : asked;
    if (path === '/' || !(await oldAddresses.behind(path))) return undefined;
    const page = await this.answerTo({ kind: 'reader', path, target: path }, network);
    return page.status === 301 || page.status === 410 ? page : undefined;
  }

  /** `network` is who asks, and waits in its own line if the page is cold. Rejects with `Busy` past the bounds. */
  async answerTo(address: SameForAll, network: string): Promise<Page> {
    this.#choices.follower.look();
    const key = address.target;
    // Next's own pages, as `/_global-error`, are no addresses of ours.
    if (address.kind === 'reader' && key.startsWith('/_')) return this.#missing(404);
    const known = this.memory.get(key) ?? this.brief.get(key);
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
  async madeAnew(address: Spelt): Promise<Page> {
    const { renderer, patience = ofReaders } = this.#choices;
    const question = { method: 'GET', path: address.target, headers: this.#agentHeaders };
    const [page] = await this.finish(address, await askForAll(renderer, question, patience));
    return page;
  }

  /** Renders what nobody has asked for yet, with its sheets and scripts, one after the other, so that readers' own pages go first. */
  async warm(addresses: Iterable<SameForAll>): Promise<void> {
    for (const address of addresses) {
      if (this.remembered(address.target)) continue;
      const page = await this.#renderOnce(address, theHouse).catch((error) =>
        this.#tell(`${address.target} is cold`, error),
      );
      if (page && address.kind === 'reader') await this.warm(await filesOf(page));
    }
  }

  /** Another build renders from now on: each page is good once more, while its new form is made. */
  rebuilt(): void {
    this.#lastForgotten = new Date();
    this.memory.growStale();
    this.brief.forgetAll();
    for (const running of this.#all) running.overtakenBy.add(everything);
    this.#running.clear();
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

  /** That many are waiting is no fault, and would be told thousands of times. */
  #tell(what: string, error: Error): void {
    if (!(error instanceof Busy)) this.#choices.log(`${what}: ${error.message}`);
  }

  #renderOnce(address: SameForAll, network: string): Promise<Page> {
    const joined = this.#running.get(address.target);
    if (joined) {
      this.#choices.queue.joinedBy(network, joined.place);
      return joined.page;
    }

    const overtakenBy = new Set<string>();
    const place = new Place();
    const page = this.#render(address, network, place, overtakenBy).finally(() => {
      this.#all.delete(running);
      if (this.#running.get(address.target) === running) this.#running.delete(address.target);
    });
    const running: Running = { page, overtakenBy, place };
    this.#all.add(running);
    this.#running.set(address.target, running);
    return running.page;
  }

  async #render(address: SameForAll, network: string, place: Place, overtakenBy: Set<string>): Promise<Page> {
    const key = address.target;
    const answer = (await this.#fileFor(address)) ?? (await this.#ask(key, network, place));
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
    if (isOld) return this.#toBeAskedAgain(page);
    page.madeAt = this.#madeNow();
    leanPage(page);
    this.memory.keep(key, page);
    this.#choices.files
      ?.put(key, page, () => {
        this.#choices.follower.look();
        return this.remembered(key) === page;
      })
      .catch((error) => this.#choices.log(`page file of ${key}: ${error.message}`));
    page.grown = () => this.memory.weighAgain(key, page);
    // Brotli for all that is kept; zstd, which hardly anybody knows who does not know that, where it is asked for.
    const wanted: SlowPacking[] = ['br'];
    page.missed = (packing) => {
      if (wanted.includes(packing)) return;
      wanted.push(packing);
      this.#packer.want(key, address.kind === 'file');
    };
    this.#wanted.set(page, wanted);
    this.#packer.want(key, address.kind === 'file');
    return page;
  }

  /** Behind the readers: what has been forgotten meanwhile needs no packing. */
  async #pack(key: string): Promise<void> {
    const page = this.memory.look(key);
    if (!page) return;
    for (const packing of this.#wanted.get(page) ?? []) {
      await packPage(page, packing).catch((error) => this.#choices.log(`packing ${key}: ${error.message}`));
    }
    leanPage(page);
    this.#sweeper.made(page.size / 2);
    this.memory.weighAgain(key, page);
  }

  /** What is not kept here is not to be kept in front of us. */
  #toBeAskedAgain(page: Page): Page {
    if (this.#choices.sharedMaxAge === 0) return page;
    const others = page.headers.filter(([name]) => name !== 'cache-control');
    return { ...page, headers: [...others, ['cache-control', askAgain]] };
  }

  #fileFor({ kind, path }: SameForAll): Promise<Answer | undefined> | undefined {
    return kind === 'file' ? this.#choices.fileOnDisk?.(path) : undefined;
  }

  async #ask(path: string, network: string, place: Place): Promise<Answer> {
    const { queue, renderer, patience = ofReaders } = this.#choices;
    const until = Date.now() + patience.inAllMs;
    const leave = await queue.enter(network, patience.inAllMs, place);
    try {
      const question = { method: 'GET', path, headers: this.#agentHeaders };
      return await askForAll(renderer, question, { ...patience, inAllMs: until - Date.now() });
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
    const missing = this.answerTo({ kind: 'reader', path, target: path }, theHouse);
    const page = await missing.catch(() => undefined);
    const hasBody = page?.status === 404 || page?.status === 200;
    if (!page || !hasBody) return this.#choices.sentence(404);
    return page.status === status ? page : { ...page, status };
  }
}

/** Sheets and scripts of a document: what all readers fetch, and what is worth packing best. */
async function filesOf(page: Page): Promise<SameForAll[]> {
  if (page.status !== 200) return [];
  const document = (await plainOf(page)).toString();
  const named = document.matchAll(/(?:href|src|data-module)="(\/(?:_next\/static|enhance)\/[^"?#]+)"/g);
  return [...new Set([...named].map(([, path = '']) => path))]
    .map(addressOf)
    .filter((address): address is SameForAll => address.kind === 'file');
}

/** Every tag at once. */
const everything = '*';
/** In whose line stands what no reader waits for. */
const theHouse = 'the house';

const secondOf = (at: Date) => Math.floor(at.getTime() / 1000);
