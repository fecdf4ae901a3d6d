import { request } from 'node:http';

export interface VarnishOptions {
  /** Where the Varnish listens, as in `http://127.0.0.1:6081`. */
  url: string;
  /** Proves that it is the door that asks. */
  secret: string;
  log(line: string): void;
  /** So long after a ban it is said once more. */
  againMs?: number;
}

/** How a page's tags stand in `x-page-tags`: between commas, so that `story:1` is not found in `story:12`. */
export function tagHeader(tags: Iterable<string>): string {
  return `,${[...tags].map(inAHeader).join(',')},`;
}

const inAHeader = (tag: string) =>
  encodeURIComponent(tag)
    .replaceAll('%3A', ':')
    .replaceAll(/[*()'!]/g, '_');
const inAPattern = (tag: string) => inAHeader(tag).replaceAll('.', '\\.');

/**
 * Tells a Varnish in front which tags are not good any more. Each ban is said twice: a page that was on its way when
 * the first came is put away after it, and Varnish holds a ban only against what it had by then. What could not be said
 * is said as soon as it can be.
 */
export class VarnishPurger {
  #choices: VarnishOptions;
  #pending = new Set<string>();
  #saying: Promise<void> = Promise.resolve();
  #timers = new Set<NodeJS.Timeout>();
  #lastTrouble = '';

  constructor(choices: VarnishOptions) {
    this.#choices = choices;
  }

  tags(tags: readonly string[]): void {
    this.#ban(`,(${tags.map(inAPattern).join('|')}),`);
  }

  all(): void {
    this.#ban('.');
  }

  /** Resolves once what was told so far is known in front; after a second in any case. */
  async settled(): Promise<void> {
    let late: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      late = setTimeout(resolve, 1000);
    });
    await Promise.race([this.#saying, patience]);
    clearTimeout(late);
  }

  close(): void {
    for (const timer of this.#timers) clearTimeout(timer);
  }

  #ban(pattern: string): void {
    this.#say(pattern);
    this.#later(() => this.#say(pattern), this.#choices.againMs ?? 2000);
  }

  #say(pattern: string): void {
    this.#pending.add(pattern);
    this.#saying = this.#saying.then(() => this.#sayPending());
  }

  async #sayPending(): Promise<void> {
    for (const pattern of [...this.#pending]) {
      try {
        await this.#send(pattern);
        this.#pending.delete(pattern);
        this.#lastTrouble = '';
      } catch (error) {
        const trouble = (error as Error).message;
        if (trouble !== this.#lastTrouble) this.#choices.log(`the cache in front cannot be told: ${trouble}`);
        this.#lastTrouble = trouble;
        // A Varnish that was away comes back empty; what a network kept from it may be anything.
        if (this.#pending.size > 100) this.#pending = new Set(['.']);
        this.#later(() => this.#say(pattern), 1000);
        return;
      }
    }
  }

  #later(work: () => void, ms: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer.unref());
  }

  #send(pattern: string): Promise<void> {
    const { url, secret } = this.#choices;
    return new Promise((resolve, reject) => {
      const headers = { 'x-barta-proxy': secret, 'x-ban-tags': pattern };
      const asked = request(url, { method: 'PURGE', headers, timeout: 1000 }, (answer) => {
        answer.resume();
        if (answer.statusCode === 200) resolve();
        else reject(new Error(`it answered ${answer.statusCode}`));
      });
      asked.once('timeout', () => asked.destroy(new Error('no answer within a second')));
      asked.once('error', reject);
      asked.end();
    });
  }
}
