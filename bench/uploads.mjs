/**
 * What odd files do to the readers: a thousand of them are sent in by a member of staff, while reader pages are
 * asked for all the time. Against a running edge server, with a cookie of somebody who may keep pictures.
 *
 *   COOKIE='next-auth.session-token=…' node bench/uploads.mjs http://127.0.0.1:3000 1000
 *
 * EDGE_PID names the edge server's process where other servers run on the same machine. Prints how the files were answered, how the readers were, and what the renderer and its presses held at most.
 * Any 5xx or lost answer ends it with 1.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';

const site = new URL(process.argv[2] ?? 'http://127.0.0.1:3000').origin;
const wanted = Number(process.argv[3] ?? 1000);
const cookie = process.env.COOKIE ?? '';
const edge = process.env.EDGE_PID ?? process.env.DOOR_PID ?? '';
const senders = 16;
const pages = ['/', '/national', '/sports', '/international/1'];

const hostile = 'lib/pictures/testing/hostile';
const seeds = [
  ...readdirSync(hostile).map((name) => readFileSync(`${hostile}/${name}`)),
  ...(await Promise.all(
    ['jpeg', 'png', 'webp', 'avif', 'tiff', 'gif'].map((format) =>
      sharp({ create: { width: 700, height: 500, channels: 3, background: '#86a' } })
        .toFormat(format)
        .toBuffer(),
    ),
  )),
  Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
  Buffer.from('GIF89a<script>alert(1)</script>'),
  Buffer.from('%PDF-1.7'),
  Buffer.alloc(0),
];

const answers = new Map();
const waits = [];
let left = wanted;
let sent = 0;
let isOver = false;
let lost = 0;
let mostMegabytes = 0;

const watch = setInterval(() => {
  mostMegabytes = Math.max(mostMegabytes, megabytesUnder(edge));
}, 500);
const started = performance.now();
const reading = Array.from({ length: 2 }, read);
await Promise.all(Array.from({ length: senders }, send));
isOver = true;
await Promise.all(reading);
clearInterval(watch);

const seconds = (performance.now() - started) / 1000;
waits.sort((a, b) => a - b);
console.log(`files    ${sent} in ${seconds.toFixed(0)} s: ${listed(answers)}`);
console.log(
  `readers  ${waits.length} pages, median ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms; ${lost} lost or not 200`,
);
console.log(`memory   renderer and presses together at most ${mostMegabytes} MB`);
const isBad = lost > 0 || [...answers.keys()].some((status) => status === 'lost' || status >= 500);
process.exit(isBad ? 1 : 0);

/** Each file is a seed, cut, doubled or with bytes thrown into it: so that none is known, and few are whole. */
function anOddFile() {
  const seed = Buffer.from(seeds[Math.floor(Math.random() * seeds.length)]);
  const way = Math.floor(Math.random() * 4);
  if (way === 0) return Buffer.concat([seed, randomBytes(16)]);
  if (way === 1)
    return Buffer.concat([seed.subarray(0, Math.floor(seed.length * Math.random())), randomBytes(8)]);
  if (way === 2) return Buffer.concat([seed, seed, randomBytes(8)]);
  for (let n = 0; n < 12 && seed.length > 16; n++) {
    seed[12 + Math.floor(Math.random() * (seed.length - 12))] = Math.floor(Math.random() * 256);
  }
  return seed;
}

async function send() {
  while (left-- > 0) {
    const body = new FormData();
    body.set('picture', new File([anOddFile()], 'odd.jpg'));
    const status = await fetch(`${site}/api/pictures`, {
      method: 'POST',
      body,
      headers: { cookie, origin: site },
    })
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      })
      .catch(() => 'lost');
    answers.set(status, (answers.get(status) ?? 0) + 1);
    sent += 1;
  }
}

async function read() {
  for (let turn = 0; !isOver; turn++) {
    // Every other one by an address that is not remembered, so that the renderer has to make it.
    const path = pages[turn % pages.length] + (turn % 2 === 0 ? '' : `?reply=${turn}`);
    const from = performance.now();
    const status = await fetch(site + path)
      .then(async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      })
      .catch(() => 'lost');
    waits.push(performance.now() - from);
    if (status !== 200) lost += 1;
  }
}

function at(part) {
  return Math.round(waits[Math.min(waits.length - 1, Math.floor(part * waits.length))] ?? 0);
}

function listed(counts) {
  return [...counts]
    .sort()
    .map(([status, count]) => `${count} × ${status}`)
    .join(', ');
}

/** All that the edge server has started, and what those have; where the edge server is not named, every renderer of the machine. */
function megabytesUnder(parent) {
  const processes = execFileSync('ps', ['-eo', 'pid=,ppid=,rss=,args='])
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .map(([pid, ppid, rss, ...args]) => ({ pid, ppid, rss: Number(rss), args: args.join(' ') }));
  const isOf = ({ pid, ppid }) => {
    for (let up = ppid; up; up = processes.find((one) => one.pid === up)?.ppid)
      if (up === parent) return true;
    return pid === parent;
  };
  const ours = processes.filter((one) =>
    parent ? isOf(one) && one.pid !== parent : /next-server|lib\/pictures\/press\.ts/.test(one.args),
  );
  return Math.round(ours.reduce((sum, { rss }) => sum + rss, 0) / 1024);
}
