import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { password, seededFolder } from './seeded';

const run = promisify(execFile);

/** A newsroom of a test's own: a copy of the seeded store, and an edge server before it on a free port of 127.0.0.1. */
export class TestServer {
  readonly password = password;
  #edge: ChildProcess | undefined;
  #output = '';

  private constructor(
    readonly folder: string,
    readonly port: number,
    private readonly environment: Record<string, string>,
    private readonly root: string,
  ) {}

  /** `root`: where the build lies, for a test that builds; the repository otherwise. */
  static async open(more: Record<string, string> = {}, root = process.cwd()): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'barta-server-'));
    cpSync(seededFolder.get(), folder, { recursive: true });
    const port = await aFreePort();
    const environment = {
      ...seededFolder.environment(folder),
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: `http://127.0.0.1:${port}`,
      AUTH_SECRET: 'a-secret-for-tests-of-thirty-two-characters',
      ACTIONS_KEY: actionsKey(),
      RENDERERS: '1',
      // Nobody waits for these pages here, and each server would make them all.
      WARM_PAGES: '0',
      ...more,
    };
    const server = new TestServer(folder, port, environment, root);
    await server.start();
    return server;
  }

  /** A second server before the same store, on a port of its own. `stop()` it before this server is closed. */
  async twin(): Promise<TestServer> {
    const port = await aFreePort();
    const own = { PORT: String(port), SITE_URL: `http://127.0.0.1:${port}` };
    const twin = new TestServer(this.folder, port, { ...this.environment, ...own }, this.root);
    await twin.start();
    return twin;
  }

  get baseURL(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** What the edge server has said so far: for a test that fails, and for one that looks for what must not be there. */
  get output(): string {
    return this.#output;
  }

  /** With which cookies and links are signed. */
  get secret(): string {
    return this.environment.AUTH_SECRET ?? '';
  }

  get edgePid(): number {
    if (!this.#edge?.pid) throw new Error('the edge server is not open');
    return this.#edge.pid;
  }

  async start(): Promise<void> {
    const edge = spawn(process.execPath, ['dist/edge.mjs'], {
      cwd: this.root,
      env: { ...process.env, ...this.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#edge = edge;
    for (const stream of [edge.stdout, edge.stderr]) {
      stream.setEncoding('utf8').on('data', (words: string) => {
        this.#output += words;
      });
    }
    await until(async () => {
      if (edge.exitCode !== null) throw new Error(`the edge server has ended:\n${this.#output}`);
      const answer = await fetch(`${this.baseURL}/api/health`).catch(() => undefined);
      return answer?.status === 200;
    }, `the edge server opens\n${this.#output}`);
  }

  /** Ends the edge server; SIGKILL is the power cut. */
  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const edge = this.#edge;
    if (!edge || edge.exitCode !== null || edge.signalCode !== null) return;
    const ended = new Promise((resolve) => edge.once('exit', resolve));
    edge.kill(signal);
    await ended;
  }

  async close(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** `barta …` against this newsroom, as a second process. Resolves with its words, rejects if it fails. */
  async barta(...args: string[]): Promise<string> {
    const { stdout, stderr } = await run(process.execPath, ['dist/barta.mjs', ...args], {
      cwd: this.root,
      env: { ...process.env, ...this.environment },
    });
    return stdout + stderr;
  }

  /** One look into the store, by SQL. */
  rows<Row>(sql: string, ...values: unknown[]): Row[] {
    const store = new Database(join(this.folder, 'barta.db'), { readonly: true });
    try {
      return store.prepare(sql).all(...values) as Row[];
    } finally {
      store.close();
    }
  }

  /** A write from outside, by SQL: what no command of ours does, as making a row old. */
  change(sql: string, ...values: unknown[]): void {
    const store = new Database(join(this.folder, 'barta.db'));
    try {
      store.pragma('busy_timeout = 5000');
      store.prepare(sql).run(...values);
    } finally {
      store.close();
    }
  }

  /** Every byte of the database and its log, to look for what must not be in it. */
  storeBytes(): Buffer {
    return Buffer.concat(
      ['barta.db', 'barta.db-wal'].map((name) => {
        try {
          return readFileSync(join(this.folder, name));
        } catch {
          return Buffer.alloc(0);
        }
      }),
    );
  }

  /** The renderer, where the edge server has but one. */
  async rendererPid(): Promise<number> {
    const [pid] = await this.rendererPids();
    if (!pid) throw new Error('the edge server has no renderer now');
    return pid;
  }

  /** Renderers are the edge server's only children. */
  async rendererPids(): Promise<number[]> {
    const { stdout } = await run('ps', ['-o', 'pid=,ppid=', '-A']);
    return stdout
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number))
      .filter(([, parent]) => parent === this.edgePid)
      .flatMap(([pid]) => (pid ? [pid] : []));
  }
}

/** Asks again and again until it is so; the deadline is for what never comes, nothing is timed by it. */
export async function until(isSo: () => Promise<boolean>, what: string, seconds = 30): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The key that the build was made with: another would refuse its forms. */
export function actionsKey(): string {
  return (
    process.env.ACTIONS_KEY ??
    (JSON.parse(readFileSync('var/secrets.json', 'utf8')) as { ACTIONS_KEY: string }).ACTIONS_KEY
  );
}

export async function aFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = createServer();
    socket.once('error', reject);
    socket.listen(0, '127.0.0.1', () => {
      const address = socket.address();
      socket.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
