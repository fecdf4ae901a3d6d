import { request } from 'node:http';

export interface VarnishOptions {
  /** Where the Varnish listens, as in `http://127.0.0.1:6081`. */
  url: string;
  /** Request header that proves that it is the edge that asks, with its value. */
  header: string;
  secret: string;
  log(line: string): void;
  /** Milliseconds after which a ban is sent once more; 2000 if left out. */
  repeatAfterMs?: number;
}

/** A page's tags as they are sent in `x-page-tags`: between commas, so that `story:1` is not found in `story:12`. */
export function tagHeader(tags: Iterable<string>): string {
  return `,${[...tags].map(inAHeader).join(',')},`;
}

const inAHeader = (tag: string) =>
  encodeURIComponent(tag)
    .replaceAll('%3A', ':')
    .replaceAll(/[*()'!]/g, '_');
const inAPattern = (tag: string) => inAHeader(tag).replaceAll('.', '\\.');

/**
 * Tells a Varnish in front which tags have changed. Each ban is sent twice: a page that was on its way when the first
 * came is stored after it, and Varnish applies a ban only to what it had by then. What could not be sent is sent as
 * soon as it can be.
 */
export class VarnishPurger {
  #options: VarnishOptions;
  #pending = new Set<string>();
  #sending: Promise<void> = Promise.resolve();
  #timers = new Set<NodeJS.Timeout>();
  #lastError = '';

  constructor(options: VarnishOptions) {
    this.#options = options;
  }

  tags(tags: readonly string[]): void {
    this.#ban(`,(${tags.map(inAPattern).join('|')}),`);
  }

  all(): void {
    this.#ban('.');
  }

  /** Resolves once all bans so far have been sent; after a second in any case. */
  async settled(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const timeout = new Promise<void>((resolve) => {
      late = setTimeout(resolve, 1000);
    });
    await Promise.race([this.#sending, timeout]);
    clearTimeout(late);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #ban(pattern: string): void {
    this.#queue(pattern);
    this.#after(() => this.#queue(pattern), this.#options.repeatAfterMs ?? 2000);
  }

  #queue(pattern: string): void {
    this.#pending.add(pattern);
    this.#sending = this.#sending.then(() => this.#sendPending());
  }

  async #sendPending(): Promise<void> {
    for (const pattern of [...this.#pending]) {
      try {
        await this.#send(pattern);
        this.#pending.delete(pattern);
        this.#lastError = '';
      } catch (error) {
        const message = (error as Error).message;
        if (message !== this.#lastError) this.#options.log(`the cache in front cannot be told: ${message}`);
        this.#lastError = message;
        // A Varnish that was down comes back empty; one that was cut off may hold anything.
        if (this.#pending.size > 100) this.#pending = new Set(['.']);
        this.#after(() => this.#queue(pattern), 1000);
        return;
      }
    }
  }

  #after(work: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer.unref());
  }

  #send(pattern: string): Promise<void> {
    const { url, header, secret } = this.#options;
    return new Promise((resolve, reject) => {
      const headers = { [header]: secret, 'x-ban-tags': pattern };
      const ban = request(url, { method: 'PURGE', headers, timeout: 1000 }, (answer) => {
        answer.resume();
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`it answered ${answer.statusCode}`));
      });
      ban.once('timeout', () => ban.destroy(new Error('no answer within a second')));
      ban.once('error', reject);
      ban.end();
    });
  }
}
