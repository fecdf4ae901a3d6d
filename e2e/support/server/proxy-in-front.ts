import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './test-server';

const programs = {
  nginx: ['nginx', '-v'],
  caddy: ['caddy', 'version'],
  varnish: ['varnishd', '-V'],
} as const;

export function isInstalled(name: keyof typeof programs): boolean {
  const [program, ...args] = programs[name];
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A server in front of an edge server, by the very file under deploy/, with the addresses of a test in it. */
export class InFront {
  readonly folder = mkdtempSync(join(tmpdir(), 'barta-front-'));
  #child: ChildProcess | undefined;
  #words = '';

  constructor(readonly port: number) {
    mkdirSync(join(this.folder, 'pages'));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pageFiles(): string {
    return join(this.folder, 'pages');
  }

  async nginx(edgePort: number): Promise<void> {
    const config = this.#write('nginx.conf', {
      '127.0.0.1:3000': `127.0.0.1:${edgePort}`,
      '127.0.0.1:8080': `127.0.0.1:${this.port}`,
      '/run/barta/pages': this.pageFiles,
      // As root nginx would read the folder as somebody who may not.
      'worker_processes auto;': `${process.getuid?.() === 0 ? 'user root; ' : ''}worker_processes 1; daemon off; pid ${this.folder}/pid;`,
      'access_log off;': this.#temporary(),
    });
    await this.#start('nginx', ['-c', config, '-p', this.folder, '-e', join(this.folder, 'errors')]);
  }

  async caddy(edgePort: number): Promise<void> {
    const config = this.#write('Caddyfile', {
      '127.0.0.1:3000': `127.0.0.1:${edgePort}`,
      ':8080': `:${this.port}`,
    });
    await this.#start('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], {
      XDG_DATA_HOME: this.folder,
      XDG_CONFIG_HOME: this.folder,
    });
  }

  async varnish(edgePort: number, secret: string): Promise<void> {
    const config = this.#write('varnish.vcl', {
      '.port = "3000"': `.port = "${edgePort}"`,
      '"PROXY_SECRET"': `"${secret}"`,
    });
    const args = ['-F', '-a', `127.0.0.1:${this.port}`, '-f', config, '-n', join(this.folder, 'varnish')];
    await this.#start('varnishd', [...args, '-s', 'malloc,32m', '-j', 'none']);
  }

  async close(): Promise<void> {
    const child = this.#child;
    if (child && child.exitCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** nginx may not write where its package says, unless it is root. */
  #temporary(): string {
    const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
    return `access_log off; ${kinds.map((kind) => `${kind}_temp_path ${this.folder}/${kind};`).join(' ')}`;
  }

  #write(name: string, changes: Record<string, string>): string {
    let text = readFileSync(join('deploy', name), 'utf8');
    for (const [before, after] of Object.entries(changes)) {
      if (!text.includes(before)) throw new Error(`deploy/${name} does not say ${before}`);
      text = text.replaceAll(before, after);
    }
    const file = join(this.folder, name);
    writeFileSync(file, text);
    return file;
  }

  async #start(program: string, args: string[], environment: Record<string, string> = {}): Promise<void> {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (words: string) => {
        this.#words += words;
      });
    }
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`${program} has ended:\n${this.#words}`);
      const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
      return answer?.status === 200;
    }, `${program} answers\n${this.#words}`);
  }
}
