import { execFileSync, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { allocatorSettings, startFlags } from '../../scripts/start-options.mjs';

/** Everything that was started; ended with `endAll`. */
const children = new Set();

export function endAll() {
  for (const child of children) child.kill('SIGKILL');
}

export function freePort() {
  return new Promise((done, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}

async function start(program, args, { url, env = {}, cwd = '.', said }) {
  const words = said ? openSync(said, 'a') : 'ignore';
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', words, words],
  });
  if (said) closeSync(words);
  children.add(child);
  child.once('exit', () => children.delete(child));
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`${program} ${args[0]} has ended with ${child.exitCode}`);
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) {
      await answer.arrayBuffer();
      return {
        url,
        pid: child.pid,
        child,
        end: () =>
          new Promise((done) => {
            if (child.exitCode !== null) return done();
            child.once('exit', done);
            child.kill();
          }),
      };
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`${url} does not answer`);
}

const secrets = () => JSON.parse(readFileSync('var/secrets.json', 'utf8'));

function environmentOf(database, port) {
  return {
    DATABASE_URL: `file:${database}`,
    MEDIA_DIR: join(dirname(database), 'media'),
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: `http://127.0.0.1:${port}`,
    AUTH_SECRET: secrets().AUTH_SECRET,
    ACTIONS_KEY: secrets().ACTIONS_KEY,
    NEXT_TELEMETRY_DISABLED: '1',
    PASSWORD_COST: '12',
  };
}

/** The edge server with its renderers, on a store. `said`: a file for what they write. */
export async function openEdge(database, more = {}, said = undefined) {
  const port = await freePort();
  const env = { ...allocatorSettings, ...environmentOf(database, port), ...more };
  const url = `http://127.0.0.1:${port}`;
  return {
    ...(await start(process.execPath, [...startFlags, 'scripts/start.mjs'], {
      url: `${url}/api/health`,
      env,
      said,
    })),
    url,
    env,
  };
}

/** `next start` by itself: what a page costs where nobody remembers it. `cwd`: another tree with its own build. */
export async function openNext(database, more = {}, { cwd = '.', flags = [] } = {}) {
  const port = await freePort();
  const env = { ...environmentOf(database, port), NODE_ENV: 'production', ...more };
  env.NEXTAUTH_URL = env.SITE_URL;
  env.NEXTAUTH_SECRET = env.AUTH_SECRET;
  const url = `http://127.0.0.1:${port}`;
  const args = [...flags, 'node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)];
  return { ...(await start(process.execPath, args, { url: `${url}/api/health`, env, cwd })), url };
}

/** Another Next application, built in that folder. */
export async function startNext(cwd) {
  const url = `http://127.0.0.1:${await freePort()}/`;
  const args = [
    resolve('node_modules/next/dist/bin/next'),
    'start',
    '-H',
    '127.0.0.1',
    '-p',
    new URL(url).port,
  ];
  return start(process.execPath, args, {
    url,
    cwd,
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
}

/** The same bytes from the shortest program that Node can run. */
export async function openBare(folder, { identity, gzip }) {
  writeFileSync(join(folder, 'page.html'), identity);
  writeFileSync(join(folder, 'page.html.gz'), gzip);
  const port = await freePort();
  const program = `
    const { readFileSync } = require('node:fs');
    const [identity, gzip] = ['', '.gz'].map((end) => readFileSync(${JSON.stringify(join(folder, 'page.html'))} + end));
    require('node:http').createServer((request, response) => {
      const isPacked = request.headers['accept-encoding']?.includes('gzip');
      const body = isPacked ? gzip : identity;
      const headers = ['content-type', 'text/html; charset=utf-8', 'content-length', String(body.length)];
      if (isPacked) headers.push('content-encoding', 'gzip');
      response.writeHead(200, headers);
      response.end(body);
    }).listen(${port}, '127.0.0.1');`;
  return start(process.execPath, ['-e', program], { url: `http://127.0.0.1:${port}/` });
}

/** nginx with the same bytes as files, packed and not. */
export async function openNginxStatic(folder, { identity, gzip }) {
  mkdirSync(join(folder, 'static'), { recursive: true });
  writeFileSync(join(folder, 'static/page.html'), identity);
  writeFileSync(join(folder, 'static/page.html.gz'), gzip);
  const port = await freePort();
  writeFileSync(
    join(folder, 'static.conf'),
    `${asRoot} daemon off; pid ${folder}/static.pid; error_log ${folder}/static.log; worker_processes 1;
     events { worker_connections 20000; }
     http { access_log off; sendfile on; tcp_nopush off; keepalive_requests 10000000; types { text/html html; }
       ${temporary(folder)}
       server { listen 127.0.0.1:${port} backlog=4096; root ${folder}/static; index page.html; gzip_static on; gzip_vary on; } }`,
  );
  const url = `http://127.0.0.1:${port}/page.html`;
  return start('nginx', ['-c', join(folder, 'static.conf'), '-p', folder, '-e', join(folder, 'static.log')], {
    url,
  });
}

/** nginx by deploy/nginx.conf, before an edge server that lays its pages down as files. */
export async function openNginxBefore(folder, edgeUrl, pages) {
  const port = await freePort();
  const config = readFileSync('deploy/nginx.conf', 'utf8')
    .replaceAll('127.0.0.1:3000', new URL(edgeUrl).host)
    .replaceAll('127.0.0.1:8080', `127.0.0.1:${port}`)
    .replaceAll('/run/barta/pages', pages)
    .replace('worker_processes auto;', `${asRoot} worker_processes 1; daemon off; pid ${folder}/front.pid;`)
    .replace('access_log off;', `access_log off; ${temporary(folder)}`)
    .replace('worker_connections 10240', 'worker_connections 20000');
  writeFileSync(join(folder, 'front.conf'), config);
  const url = `http://127.0.0.1:${port}`;
  const args = ['-c', join(folder, 'front.conf'), '-p', folder, '-e', join(folder, 'front.log')];
  return { ...(await start('nginx', args, { url: `${url}/api/health` })), url };
}

/** Else nginx would read the folder as somebody who may not. */
const asRoot = process.getuid?.() === 0 ? 'user root;' : '';

function temporary(folder) {
  const kinds = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return kinds.map((kind) => `${kind}_temp_path ${resolve(folder, kind)};`).join(' ');
}

/** The processes that an edge server has started. */
export function childrenOf(pid) {
  const lines = execFileSync('ps', ['-o', 'pid=,ppid=', '-A'], { encoding: 'utf8' }).trim().split('\n');
  return lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);
}

/**
 * Memory of these processes together, in MB: proportional, so that what they share (Node's own 60 MB) counts once. Where
 * the kernel does not tell it, the resident one, which counts it in each.
 */
export function megabytesOf(pids) {
  const kilobytes = pids.map((pid) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]);
    } catch {
      return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }));
    }
  });
  return kilobytes.reduce((sum, kB) => sum + kB, 0) / 1024;
}
