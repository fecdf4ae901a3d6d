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
  /** How long a request waits while no renderer answers. */
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

  const startAll = (build: Pick<RendererOptions, 'argsFor' | 'env'>, on: RendererEvents) =>
    Array.from({ length: count }, () => startRenderer({ ...choices, ...build }, on));

  function wake(): void {
    for (const resolve of waiters.splice(0)) resolve();
  }

  function chooseSlot(): RendererSlot | undefined {
    const answering = current.filter(({ port }) => port !== undefined);
    const well = answering.filter(({ isHealthy: isWell }) => isWell);
    return leastBusy(well.length > 0 ? well : answering);
  }

  async function lease(withinMs = waitMs): Promise<RendererLease> {
    const deadline = Date.now() + Math.min(waitMs, withinMs);
    for (;;) {
      const slot = chooseSlot();
      if (slot?.port !== undefined) return leaseOf(slot, slot.port);
      await waitForRenderer(deadline - Date.now());
    }
  }

  function waitForRenderer(withinMs: number): Promise<void> {
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

  async function retire(slots: readonly RendererSlot[]): Promise<void> {
    const deadline = Date.now() + drainMs;
    while (slots.some(({ pending: asked }) => asked.size > 0) && Date.now() < deadline) await pause(50);
    await Promise.all(slots.map((slot) => slot.stop()));
  }

  return {
    start() {
      current = startAll(choices, { answered: wake, ended() {} });
    },
    lease,
    async swap(build) {
      let isSettled = false;
      let ends = 0;
      let next: RendererSlot[] = [];
      const coming = new Promise<void>((resolve, reject) => {
        next = startAll(build, {
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
        await Promise.all(next.map((slot) => slot.stop()));
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
      await Promise.all(current.map((slot) => slot.stop()));
      await Promise.all(retiring);
    },
  };
}

function leastBusy(slots: readonly RendererSlot[]): RendererSlot | undefined {
  return slots.reduce<RendererSlot | undefined>(
    (best, slot) => (best && best.pending.size <= slot.pending.size ? best : slot),
    undefined,
  );
}

function leaseOf(slot: RendererSlot, port: number): RendererLease {
  const request: { ended?: () => void } = {};
  slot.pending.add(request);
  return {
    port,
    release: () => void slot.pending.delete(request),
    onEnded(then) {
      request.ended = then;
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
