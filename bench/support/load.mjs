import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function isInstalled(program, ...args) {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch (error) {
    return error.code !== 'ENOENT';
  }
}

const encodings = { identity: 'identity', gzip: 'gzip', br: 'br, gzip' };

/**
 * So many keep-alive connections that each ask again as soon as they are answered. `paths`: asked in turn from a
 * random start, else the one of `url`. Resolves with answers a second, the latency of the 99th in ms, and failures:
 * everything but 2xx and 3xx, and what did not come.
 */
export async function load({ url, seconds, connections = 16, encoding = 'gzip', paths, rate }) {
  if (!isInstalled('wrk', '-v')) return loadByNode({ url, seconds, connections, encoding, paths });
  const folder = mkdtempSync(join(tmpdir(), 'barta-wrk-'));
  try {
    const args = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '10s', '--latency'];
    args.push('-H', `Accept-Encoding: ${encodings[encoding]}`);
    if (paths) {
      const list = join(folder, 'paths');
      writeFileSync(list, paths.join('\n'));
      writeFileSync(
        join(folder, 'paths.lua'),
        `local paths = {}
         for line in io.lines(${JSON.stringify(list)}) do paths[#paths + 1] = line end
         local at = 0
         request = function() at = at % #paths + 1; return wrk.format("GET", paths[at]) end`,
      );
      args.push('-s', join(folder, 'paths.lua'));
    }
    if (rate) args.push(`-R${rate}`);
    return read(await output('wrk', [...args, String(url)]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function read(text) {
  const number = (pattern) => Number(pattern.exec(text)?.[1] ?? 0);
  const ms = { us: 0.001, ms: 1, s: 1000 };
  const [, p99 = '0', unit = 'ms'] = /99%\s+([\d.]+)(us|ms|s)/.exec(text) ?? [];
  const socketErrors = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/.exec(text);
  const broken = (socketErrors ?? []).slice(1).reduce((sum, n) => sum + Number(n), 0);
  return {
    perSecond: number(/Requests\/sec:\s+([\d.]+)/),
    answers: number(/(\d+) requests in/),
    p99: Number(p99) * ms[unit],
    failed: number(/Non-2xx or 3xx responses: (\d+)/) + broken,
  };
}

function output(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (words) => {
      text += words;
    });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${program}: ${text}`))));
  });
}

/** Where there is no wrk: slower by itself, so that ratios come out nearer to one than they are. */
async function loadByNode({ url, seconds, connections, encoding, paths }) {
  const { hostname, port, pathname } = new URL(url);
  const { Agent } = await import('node:http');
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const until = performance.now() + seconds * 1000;
  const took = [];
  let failed = 0;
  let at = 0;
  const one = () =>
    new Promise((resolve) => {
      const began = performance.now();
      const path = paths ? paths[at++ % paths.length] : pathname;
      const headers = { 'accept-encoding': encodings[encoding] };
      const asked = request({ hostname, port, path, agent, headers }, (answer) => {
        if (answer.statusCode >= 400) failed++;
        answer.resume().once('end', () => {
          took.push(performance.now() - began);
          resolve();
        });
      });
      asked.once('error', () => {
        failed++;
        resolve();
      });
      asked.end();
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < until) await one();
    }),
  );
  agent.destroy();
  took.sort((a, b) => a - b);
  return {
    perSecond: took.length / seconds,
    answers: took.length,
    p99: took[Math.floor(took.length * 0.99)] ?? 0,
    failed,
  };
}
