import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';

/** A renderer lent for one request. */
export interface RendererLease {
  port: number;
  /** To be called once the answer has come whole, or will not come. */
  release(): void;
  /** Has this called if the renderer's process ends before `end`: nothing more will come of it. */
  onEnded(then: () => void): void;
}

/** Whoever makes pages, one or several of them, as the edge server sees it. */
export interface Renderer {
  /** The least busy one that answers. Rejects when none has come in time, or within `withinMs` if that is less. */
  lease(withinMs?: number): Promise<RendererLease>;
  stop(): Promise<void>;
}

export interface RendererOptions {
  /** What to run by this process's own Node, given the port. */
  argsFor(port: number): string[];
  env: NodeJS.ProcessEnv;
  log(line: string): void;
  healthCheck?: Partial<HealthCheck>;
}

/** How a renderer's health is asked after. */
export interface HealthCheck {
  path: string;
  intervalMs: number;
  /** So long without an answer is a miss. */
  timeoutMs: number;
  /** So many misses in a row, and it is taken for hung and ended. */
  maxFailures: number;
}

/** One that has answered before is replaced at once; one that ends as it starts, ever later. */
const firstBackOffMs = 0;
const nextBackOffMs = 200;
const longestBackOffMs = 10_000;
/** Twelve seconds until a hung one is ended, and three until others are asked in its place. */
const defaultHealthCheck: HealthCheck = { path: '/', intervalMs: 1000, timeoutMs: 3000, maxFailures: 3 };

/** One place for a renderer: a child that is started anew whenever it ends or hangs. */
export interface RendererSlot {
  /** Where it listens; undefined while nobody does. */
  readonly port: number | undefined;
  /** It has answered the last time that it was asked. */
  readonly isHealthy: boolean;
  /** What is under way, each with what is to be done if the child ends before. */
  readonly pending: Set<{ ended?: () => void }>;
  stop(): Promise<void>;
}

export interface RendererEvents {
  /** A child that was started has answered for the first time. */
  answered(): void;
  /** A child has ended, and not because it was told to. */
  ended(): void;
}

export function startRenderer(
  { argsFor, env, log, healthCheck: options }: RendererOptions,
  on: RendererEvents,
): RendererSlot {
  const healthCheck = { ...defaultHealthCheck, ...options };
  let child: ChildProcess | undefined;
  let backOffMs = firstBackOffMs;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  const slot = {
    port: undefined as number | undefined,
    isHealthy: false,
    pending: new Set<{ ended?: () => void }>(),
    stop,
  };

  async function start(): Promise<void> {
    const port = await freePort();
    if (stopping) return;
    const started = spawn(process.execPath, argsFor(port), {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = started;
    started.once('error', (error) => log(`the renderer could not be started: ${error.message}`));
    started.once('exit', (code, signal) => {
      slot.port = undefined;
      slot.isHealthy = false;
      for (const { ended } of [...slot.pending]) ended?.();
      if (stopping) return;
      on.ended();
      log(`the renderer ended (${signal ?? code}); starting another in ${backOffMs} ms`);
      timer = setTimeout(() => void start(), backOffMs);
      backOffMs = Math.min(Math.max(nextBackOffMs, backOffMs * 2), longestBackOffMs);
    });
    void watch(started, port);
  }

  /** Waits until the child answers, then asks again every now and then. */
  async function watch(started: ChildProcess, port: number): Promise<void> {
    let failures = 0;
    while (!stopping && isRunning(started)) {
      const answered = await answers(port, healthCheck.path, healthCheck.timeoutMs);
      if (stopping || !isRunning(started)) return;
      const isFirst = answered && slot.port === undefined;
      if (answered) {
        failures = 0;
        backOffMs = firstBackOffMs;
        slot.port = port;
      }
      if (slot.port !== undefined) slot.isHealthy = answered;
      if (isFirst) on.answered();
      if (!answered && slot.port !== undefined && ++failures === healthCheck.maxFailures) {
        log('the renderer does not answer; ending it');
        started.kill('SIGKILL');
        return;
      }
      await sleep(slot.port === undefined ? 50 : healthCheck.intervalMs);
    }
  }

  async function stop(): Promise<void> {
    stopping = true;
    clearTimeout(timer);
    const last = child;
    if (!last || !isRunning(last)) return;
    const ended = new Promise<void>((resolve) => last.once('exit', () => resolve()));
    last.kill('SIGTERM');
    const impatience = setTimeout(() => last.kill('SIGKILL'), 5000);
    await ended;
    clearTimeout(impatience);
  }

  void start();
  return slot;
}

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;

/** Any answer will do: whether the store is well is asked at the same address by others. */
function answers(port: number, path: string, patienceMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ host: '127.0.0.1', port, path }, (answer) => {
      answer.resume();
      resolve(true);
    });
    const late = setTimeout(() => probe.destroy(), patienceMs);
    probe.once('error', () => resolve(false));
    probe.once('close', () => {
      clearTimeout(late);
      resolve(false);
    });
    probe.end();
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
