import { type ChildProcess, spawn } from 'node:child_process';
import { request } from 'node:http';
import { createServer } from 'node:net';

/** Whoever makes pages: `next start`, as the door sees it. */
export interface Renderer {
  /** Where it listens, as soon as it answers. Rejects when it has not come in `waitMs`. */
  port(): Promise<number>;
  stop(): Promise<void>;
}

export interface RendererChoices {
  /** What to run by this process's own Node, given the port. */
  argsFor(port: number): string[];
  env: NodeJS.ProcessEnv;
  log(line: string): void;
  waitMs?: number;
}

const firstBackOffMs = 200;
const longestBackOffMs = 10_000;
/** So long without an answer to three questions in a row, and it is taken for hung. */
const patienceMs = 5000;

/** Runs the renderer as a child, asks after its health, and starts it anew when it ends. */
export function superviseRenderer({
  argsFor,
  env,
  log,
  waitMs = 15_000,
}: RendererChoices): Renderer & { start(): void } {
  let child: ChildProcess | undefined;
  let backOffMs = firstBackOffMs;
  let stopping = false;
  let answering: number | undefined;
  let waiters: ((port: number) => void)[] = [];
  let timer: NodeJS.Timeout | undefined;

  async function bear(): Promise<void> {
    const port = await freePort();
    if (stopping) return;
    const born = spawn(process.execPath, argsFor(port), {
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child = born;
    born.once('error', (error) => log(`the renderer could not be started: ${error.message}`));
    born.once('exit', (code, signal) => {
      answering = undefined;
      if (stopping) return;
      log(`the renderer ended (${signal ?? code}); starting another in ${backOffMs} ms`);
      timer = setTimeout(() => void bear(), backOffMs);
      backOffMs = Math.min(backOffMs * 2, longestBackOffMs);
    });
    void attend(born, port);
  }

  /** Waits until the child answers, then asks again every few seconds. */
  async function attend(born: ChildProcess, port: number): Promise<void> {
    let missed = 0;
    while (!stopping && born.exitCode === null && born.signalCode === null) {
      const isWell = await answers(port);
      if (stopping || born !== child) return;
      if (isWell) {
        missed = 0;
        backOffMs = firstBackOffMs;
        answering = port;
        for (const resolve of waiters.splice(0)) resolve(port);
      } else if (answering !== undefined && ++missed === 3) {
        log('the renderer does not answer; ending it');
        born.kill('SIGKILL');
        return;
      }
      await sleep(answering === undefined ? 50 : patienceMs);
    }
  }

  return {
    start: () => void bear(),
    port() {
      if (answering !== undefined) return Promise.resolve(answering);
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiters = waiters.filter((waiter) => waiter !== arrived);
          reject(new Error('the renderer does not answer yet'));
        }, waitMs);
        const arrived = (port: number) => {
          clearTimeout(late);
          resolve(port);
        };
        waiters.push(arrived);
      });
    },
    async stop() {
      stopping = true;
      clearTimeout(timer);
      const last = child;
      if (!last || last.exitCode !== null || last.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => last.once('exit', () => resolve()));
      last.kill('SIGTERM');
      const impatience = setTimeout(() => last.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(impatience);
    },
  };
}

/** Any answer will do: whether the store is well is asked at the same address by others. */
function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const question = request(
      { host: '127.0.0.1', port, path: '/api/health', timeout: patienceMs },
      (answer) => {
        answer.resume();
        resolve(true);
      },
    );
    question.once('timeout', () => question.destroy());
    question.once('error', () => resolve(false));
    question.once('close', () => resolve(false));
    question.end();
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
