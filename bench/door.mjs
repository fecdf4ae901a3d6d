/**
 * How near a remembered page comes to a file: requests a second of the running door beside a bare `node:http`
 * that sends the same bytes, and beside nginx where it is installed.
 *
 *   node bench/door.mjs http://127.0.0.1:3000/international/1
 *
 * The targets take turns, three rounds of five seconds each, the first second unheard. Trust the ratio to about
 * a fifth, and the figures themselves only on this machine and this day.
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const address = new URL(process.argv[2] ?? 'http://127.0.0.1:3000/international/1');
const connections = 16;
const rounds = 3;
const roundMs = 5000;

const folder = mkdtempSync(join(tmpdir(), 'barta-bench-'));
const children = [];
try {
  for (const encoding of ['identity', 'gzip', 'br']) await compare(encoding);
} finally {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true });
}

async function compare(encoding) {
  const page = await bytesOf(address, encoding);
  const targets = [
    { name: 'door', url: address },
    { name: 'bare node:http', url: await bareServer(page) },
    ...(await nginx(page)),
  ];
  const best = new Map();
  for (let round = 0; round < rounds; round++) {
    for (const { name, url } of targets) {
      best.set(name, Math.max(best.get(name) ?? 0, await load(url, encoding)));
    }
  }
  const [, ...others] = targets;
  const ratios = others.map(({ name }) => `${(best.get('door') / best.get(name)).toFixed(2)} of ${name}`);
  const figures = targets.map(({ name }) => `${name} ${best.get(name)}/s`);
  console.log(
    `${encoding.padEnd(8)} ${String(page.body.length).padStart(6)} B  ${ratios.join(', ')}  (${figures.join(', ')})`,
  );
}

/** Asked until the encoding is there: brotli is made behind the first answers. */
async function bytesOf(url, encoding) {
  for (let attempt = 0; attempt < 50; attempt++) {
    const answer = await once(url, encoding);
    if (encoding === 'identity' || answer.headers.includes(`content-encoding: ${encoding}`)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not come as ${encoding}`);
}

async function bareServer({ body, headers }) {
  const file = join(folder, `${headers.length}-${body.length}.bin`);
  writeFileSync(file, body);
  const program = `
    const body = require('node:fs').readFileSync(${JSON.stringify(file)});
    const headers = ['content-type', 'text/html; charset=utf-8', 'content-length', String(body.length)];
    const server = require('node:http').createServer((request, response) => {
      response.writeHead(200, headers);
      response.end(body);
    });
    server.listen(0, '127.0.0.1', () => console.log(server.address().port));`;
  const child = spawn(process.execPath, ['-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const port = await new Promise((resolve) => child.stdout.once('data', (said) => resolve(Number(said))));
  return new URL(`http://127.0.0.1:${port}/`);
}

async function nginx({ body }) {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' });
  } catch {
    return [];
  }
  const port = 20_000 + (process.pid % 20_000);
  writeFileSync(join(folder, 'page.html'), body);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/log; worker_processes 1; events {}
     http { access_log off; sendfile on; tcp_nopush off; keepalive_requests 1000000; types { text/html html; }
       server { listen 127.0.0.1:${port}; root ${folder}; index page.html; } }`,
  );
  children.push(spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-p', folder], { stdio: 'ignore' }));
  await new Promise((resolve) => setTimeout(resolve, 500));
  return [{ name: 'nginx', url: new URL(`http://127.0.0.1:${port}/page.html`) }];
}

/** Requests a second over some keep-alive connections, each asking again as soon as it has its answer. */
async function load(url, encoding) {
  let answers = 0;
  let isCounting = false;
  let isOver = false;
  const speakers = Array.from({ length: connections }, () =>
    speak(url, encoding, () => {
      if (isCounting) answers++;
      return !isOver;
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, 1000));
  isCounting = true;
  const began = performance.now();
  await new Promise((resolve) => setTimeout(resolve, roundMs));
  const seconds = (performance.now() - began) / 1000;
  isCounting = false;
  isOver = true;
  await Promise.all(speakers);
  return Math.round(answers / seconds);
}

/** One connection. The length is read from the first answer's head; the same page has the same length. */
function speak({ hostname, port, pathname }, encoding, onAnswer) {
  const question = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: ${encoding}\r\n\r\n`;
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    socket.setNoDelay(true);
    let missing = 0;
    let head = '';
    socket.on('connect', () => socket.write(question));
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      let rest = chunk.length;
      if (missing === 0) {
        head += chunk.toString('latin1');
        const end = head.indexOf('\r\n\r\n');
        if (end === -1) return;
        if (!head.startsWith('HTTP/1.1 200')) return reject(new Error(head.slice(0, head.indexOf('\r\n'))));
        missing = Number(/content-length: (\d+)/i.exec(head)[1]);
        rest = head.length - end - 4;
        head = '';
      }
      missing -= rest;
      if (missing > 0) return;
      missing = 0;
      if (onAnswer()) socket.write(question);
      else socket.end(resolve);
    });
  });
}

/** One answer, as it stands on the wire. */
function once({ hostname, port, pathname }, encoding) {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    const chunks = [];
    socket.on('error', reject);
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('end', () => {
      const whole = Buffer.concat(chunks);
      const end = whole.indexOf('\r\n\r\n');
      resolve({ headers: whole.subarray(0, end).toString().toLowerCase(), body: whole.subarray(end + 4) });
    });
    socket.write(
      `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept-Encoding: ${encoding}\r\nConnection: close\r\n\r\n`,
    );
  });
}
