import { nextStartArgs } from './next-start.ts';
import {
  type Renderer,
  type RendererEvents,
  type RendererLease,
  type RendererOptions,
  type RendererSlot,
  startRenderer,
} from './renderer-process.ts';

/** One may meet a port that was taken just then; three times each is a build that cannot run. */
const mostEnds = 3;

/** What is left out: `next start` of the application in the working directory, in this environment. */
export interface RendererPoolOptions extends Partial<RendererOptions> {
  /** How many renderers; 1 if left out. */
  count?: number;
  /** How long a question waits while no renderer answers. */
  waitMs?: number;
  /** How long a new build may take until all its renderers answer. */
  swapMs?: number;
  /** How long those of the old build may take to end what they have begun. */
  drainMs?: number;
}

export interface RendererPool extends Renderer {
  start(): void;
  /**
   * Starts renderers of another build, and hands over as soon as all of them answer: what is asked from then on
   * is asked of them, what was begun is ended by the old ones. Rejects, and all stays as it was, if they do not
   * come.
   */
  swap(build: Pick<RendererOptions, 'argsFor' | 'env'>): Promise<void>;
}

/** Several renderers behind one edge server. A request goes to the least busy of those that are healthy. */
export function createRendererPool({
  count = 1,
  waitMs = 15_000,
  swapMs = 60_000,
  drainMs = 30_000,
  ...options
}: RendererPoolOptions = {}): RendererPool {
  const choices: RendererOptions = {
    argsFor: nextStartArgs,
    env: process.env,
    log: (line) => console.error(line),
    ...options,
  };
  let current: RendererSlot[] = [];
  let waiters: (() => void)[] = [];
  const retiring = new Set<Promise<void>>();

  const raise = (build: Pick<RendererOptions, 'argsFor' | 'env'>, on: RendererEvents) =>
    Array.from({ length: count }, () => startRenderer({ ...choices, ...build }, on));

  function wake(): void {
    for (const resolve of waiters.splice(0)) resolve();
  }

  function choose(): RendererSlot | undefined {
    const answering = current.filter(({ port }) => port !== undefined);
    const well = answering.filter(({ isHealthy: isWell }) => isWell);
    return leastBusy(well.length > 0 ? well : answering);
  }

  async function lease(withinMs = waitMs): Promise<RendererLease> {
    const deadline = Date.now() + Math.min(waitMs, withinMs);
    for (;;) {
      const place = choose();
      if (place?.port !== undefined) return lend(place, place.port);
      await answered(deadline - Date.now());
    }
  }

  function answered(withinMs: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiters = waiters.filter((waiter) => waiter !== arrived);
        reject(new Error('no renderer answers yet'));
      }, withinMs);
      const arrived = () => {
        clearTimeout(late);
        resolve();
      };
      waiters.push(arrived);
    });
  }

  async function retire(places: readonly RendererSlot[]): Promise<void> {
    const deadline = Date.now() + drainMs;
    while (places.some(({ pending: asked }) => asked.size > 0) && Date.now() < deadline) await pause(50);
    await Promise.all(places.map((place) => place.stop()));
  }

  return {
    start() {
      current = raise(choices, { answered: wake, ended() {} });
    },
    lease,
    async swap(build) {
      let isSettled = false;
      let ends = 0;
      let next: RendererSlot[] = [];
      const coming = new Promise<void>((resolve, reject) => {
        next = raise(build, {
          answered() {
            if (next === current) wake();
            if (next.every(({ port }) => port !== undefined)) resolve();
          },
          ended() {
            if (!isSettled && ++ends === mostEnds * count) reject(new Error('its renderers end at once'));
          },
        });
      });
      try {
        await within(swapMs, coming);
      } catch (error) {
        await Promise.all(next.map((place) => place.stop()));
        throw error;
      } finally {
        isSettled = true;
      }
      const old = current;
      current = next;
      wake();
      const gone = retire(old).finally(() => retiring.delete(gone));
      retiring.add(gone);
    },
    async stop() {
      await Promise.all(current.map((place) => place.stop()));
      await Promise.all(retiring);
    },
  };
}

function leastBusy(places: readonly RendererSlot[]): RendererSlot | undefined {
  return places.reduce<RendererSlot | undefined>(
    (best, place) => (best && best.pending.size <= place.pending.size ? best : place),
    undefined,
  );
}

function lend(place: RendererSlot, port: number): RendererLease {
  const question: { ended?: () => void } = {};
  place.pending.add(question);
  return {
    port,
    release: () => void place.pending.delete(question),
    onEnded(then) {
      question.ended = then;
    },
  };
}

function within(ms: number, work: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`no answer within ${ms / 1000} s`)), ms);
    work.then(resolve, reject).finally(() => clearTimeout(late));
  });
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
