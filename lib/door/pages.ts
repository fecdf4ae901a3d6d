import { tag } from '@/lib/pages/tags';
import type { SameForAll, Spelt } from './address';
import { type Answer, askForAll } from './ask';
import { finishDocument } from './finish-document';
import type { Follower } from './follow-the-store';
import { brotliPage, gzipPage, makePage, type Page } from './page';
import { PageMemory } from './page-memory';
import type { Policy } from './policy';
import type { Renderer } from './renderer';
import type { SentenceStatus } from './sentences';

export interface PagesChoices {
  renderer: Renderer;
  follower: Follower;
  policy: Policy;
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

/** How a page may be remembered: by its tags, until the next event of any kind, or not at all. */
type Keeping = 'by-tag' | 'briefly' | 'never';

/** Reader pages and files: the same bytes for everyone, from memory or by one render however many wait. */
export class Pages {
  readonly memory: PageMemory;
  /** Redirects and invented addresses: a place of their own, so that they never push out a page. */
  readonly brief: PageMemory;
  #running = new Map<string, Running>();
  #all = new Set<Running>();
  #choices: PagesChoices;
  #agentHeaders: Record<string, string>;

  constructor(choices: PagesChoices) {
    this.#choices = choices;
    this.memory = new PageMemory(choices.maxBytes);
    this.brief = new PageMemory(choices.maxBytes / 16);
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

  /** Called by the follower. A render that a commit has overtaken may show what was: nobody joins it now. */
  touched(tags: readonly string[]): void {
    this.memory.touch(tags);
    this.brief.forgetAll();
    for (const running of this.#all) for (const touched of tags) running.overtakenBy.add(touched);
    this.#running.clear();
  }

  forgetAll(): void {
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
    this.memory.keep(key, page);
    brotliPage(page)
      .then(() => this.memory.weighAgain(key, page))
      .catch((error) => this.#choices.log(`brotli of ${key}: ${error.message}`));
    return page;
  }

  /** Makes of Next's answer what a reader gets, and says how long that may be remembered. */
  async finish(address: Spelt, answer: Answer): Promise<[Page, Keeping]> {
    const { status, headers } = answer;
    const { policy, sentence, log } = this.#choices;
    if (status >= 500) {
      log(`${address.path}: the renderer answered ${status}`);
      return [sentence(503), 'never'];
    }
    if (status >= 300 && status < 400 && headers.location !== undefined) return this.#redirect(answer);
    if (address.kind === 'file') return this.#file(address.path, answer);
    if ((status === 404 || status === 410) && address.path !== '/missing') {
      return [await this.#missing(status), 'briefly'];
    }

    const type = headers['content-type'] ?? 'application/octet-stream';
    const saidInHeader = tagsIn(headers['x-page-tags']);
    if (!type.startsWith('text/html')) {
      const page = makePage({
        status,
        headers: [['content-type', type], ['cache-control', askAgain], ...policy.reader],
        body: answer.body,
        tags: saidInHeader ? [...saidInHeader, tag.site, tag.today] : [],
      });
      return [page, saidInHeader && status === 200 && !headers['set-cookie'] ? 'by-tag' : 'never'];
    }

    const document = finishDocument(answer.body.toString());
    if (!document.ok) {
      log(`${address.path}: ${document.reason}`);
      return [sentence(503), 'never'];
    }
    const { note, html } = document;
    const page = makePage({
      status: status === 200 ? (note?.status ?? status) : status,
      headers: [['content-type', 'text/html; charset=utf-8'], ['cache-control', askAgain], ...policy.reader],
      body: Buffer.from(html),
      tags: note ? [...note.tags, ...(saidInHeader ?? []), tag.site, tag.today] : [],
      soft: note?.soft ?? [],
    });
    if (!note || status !== 200 || headers['set-cookie']) return [page, 'never'];
    // A query, as in `?reply=7`, can be invented without end.
    return [page, address.target.includes('?') ? 'briefly' : 'by-tag'];
  }

  #redirect({ status, headers, body }: Answer): [Page, Keeping] {
    const shown = { 307: 302, 308: 301 }[status] ?? status;
    const page = makePage({
      status: shown,
      headers: [
        ['location', locationIn(headers.location ?? '/')],
        ['cache-control', askAgain],
        ...this.#choices.policy.reader,
      ],
      body: body.subarray(0, 0),
    });
    return [page, shown === 301 && !headers['set-cookie'] ? 'briefly' : 'never'];
  }

  #file(path: string, { status, headers, body }: Answer): [Page, Keeping] {
    const saidInHeader = tagsIn(headers['x-page-tags']);
    const isFound = status === 200;
    const type = headers['content-type'] ?? 'application/octet-stream';
    if (!isFound) return [this.#choices.sentence(status === 404 ? 404 : 400), 'briefly'];
    const page = makePage({
      status,
      headers: [
        ['content-type', type],
        ['cache-control', saidInHeader ? askAgain : lifetimeOf(path)],
        ...this.#choices.policy.file,
      ],
      body,
      tags: saidInHeader ?? [],
    });
    return [page, headers['set-cookie'] ? 'never' : 'by-tag'];
  }

  /** The remembered page behind every 404: Next sends an empty body and lets its script fill it. */
  async #missing(status: 404 | 410): Promise<Page> {
    const path = '/missing';
    const page = await this.answerTo({ kind: 'reader', path, target: path });
    const hasBody = page.status === 404 || page.status === 200;
    if (!hasBody) return this.#choices.sentence(404);
    return page.status === status ? page : { ...page, status };
  }
}

const everything = '*';
/** May be kept, must be asked about: a browser sends the ETag, the door answers 304. */
const askAgain = 'public, max-age=0, must-revalidate';

/** What has a hash in its name never changes; a font under its plain name may, seldom. */
function lifetimeOf(path: string): string {
  const isHashed =
    /^\/(_next\/static|media)\//.test(path) || /^\/(enhance|fonts)\/.*[-.][A-Za-z0-9_]{8,}\.\w+$/.test(path);
  if (isHashed) return 'public, max-age=31536000, immutable';
  return path.startsWith('/fonts/') ? 'public, max-age=604800' : askAgain;
}

function tagsIn(header: string | string[] | undefined): string[] | undefined {
  if (header === undefined) return undefined;
  return String(header)
    .split(/[\s,]+/)
    .filter(Boolean)
    .map(decoded);
}

/** A header holds ASCII only, so a tag with a Bengali slug comes percent-encoded. */
function decoded(said: string): string {
  try {
    return decodeURIComponent(said);
  } catch {
    return said;
  }
}

/** A path, percent-encoded. The renderer's own port is nobody's business. */
export function locationIn(location: string): string {
  return encodeURI(location.replace(/^http:\/\/(127\.0\.0\.1|localhost):\d+(?=\/)/, '')).replace(
    /%25([0-9a-f]{2})/gi,
    '%$1',
  );
}
