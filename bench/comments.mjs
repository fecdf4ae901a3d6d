/**
 * What the discussion bears, beside the limits of the same machine in the same run:
 *
 *   node bench/comments.mjs [seconds]          after a build; opens a demo newsroom of its own in a temporary folder
 *
 * 1. Accepted comments a second from 32 writers, beside the same posts of words that stand there already (the same
 *    action, transaction and page, with nothing to write), and beside bare inserts with the same pragmas.
 * 2. The 99th percentile of one writer's post, quiet and while 500 readers a second read the page.
 * 3. How soon others see a comment that is let through.
 * 4. Ten thousand posts from one network: how many are taken, and whether a reader elsewhere notices.
 * 5. Comments lost of those acknowledged, over 20 × kill -9.
 *
 * Trust the ratios to about a fifth, and the figures only on this machine and this day.
 */
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const seconds = Number(process.argv[2] ?? 10);
const WRITERS = 32;
const STORY = '/international/1';
const folder = mkdtempSync(join(tmpdir(), 'barta-bench-'));
const file = join(folder, 'barta.db');
const port = await aFreePort();
const base = `http://127.0.0.1:${port}`;
const env = {
  ...process.env,
  DATABASE_URL: `file:${file}`,
  MEDIA_DIR: join(folder, 'media'),
  BARTA_DEMO_PASSWORD: randomBytes(12).toString('hex'),
  HOST: '127.0.0.1',
  PORT: String(port),
  SITE_URL: base,
  AUTH_SECRET: randomBytes(32).toString('hex'),
  ACTIONS_KEY: process.env.ACTIONS_KEY ?? JSON.parse(readFileSync('var/secrets.json', 'utf8')).ACTIONS_KEY,
  PASSWORD_COST: '12',
  TRUSTED_PROXIES: '127.0.0.1',
};
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
let door;
let count = 0;

try {
  for (const args of [['migrate'], ['seed', 'demo']]) {
    const { status, stderr } = spawnSync(process.execPath, ['dist/barta.mjs', ...args], { env });
    if (status !== 0) throw new Error(String(stderr));
  }
  await open();
  await throughput();
  await percentiles();
  await freshness();
  await flood();
  await powerCuts();
} finally {
  door?.kill('SIGKILL');
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
}

async function throughput() {
  const fields = hiddenFields(await get(STORY));
  const fresh = nextComment;
  const again = aComment(0);
  await post(fields, again);
  const rates = { written: 0, again: 0 };
  for (let round = 0; round < 3; round += 1) {
    rates.written = Math.max(rates.written, await rate(fields, fresh));
    rates.again = Math.max(rates.again, await rate(fields, () => again));
  }
  const bare = bareInserts();
  console.log(
    `accepted ${rates.written.toFixed(0)}/s from ${WRITERS} writers: ${(rates.written / rates.again).toFixed(2)} of the same post with ` +
      `nothing to write (${rates.again.toFixed(0)}/s); bare inserts ${bare.toFixed(0)}/s`,
  );
}

/** Acknowledged posts a second, the first second unheard. */
async function rate(fields, comment) {
  let answers = 0;
  let isCounting = false;
  let isOver = false;
  const writers = Array.from({ length: WRITERS }, async () => {
    while (!isOver) {
      const { status, text } = await post(fields, comment());
      if (status !== 200 || !text.includes('data-answer="done"')) throw new Error(`answered ${status}`);
      if (isCounting) answers += 1;
    }
  });
  await wait(1000);
  isCounting = true;
  await wait((seconds * 1000) / 3);
  isCounting = false;
  isOver = true;
  await Promise.all(writers);
  return answers / (seconds / 3);
}

/** The store's own limit: as many transactions of one row as it takes, each safe before the next. */
function bareInserts() {
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table said (id integer primary key, body text, at integer)');
  const insert = db.prepare('insert into said (body, at) values (?, ?)');
  const began = performance.now();
  let rows = 0;
  while (performance.now() - began < 2000) {
    insert.run(aComment(rows).body, rows);
    rows += 1;
  }
  db.close();
  return rows / 2;
}

async function percentiles() {
  const quiet = await postTimes();
  let reads = 0;
  let isOver = false;
  const reader = (async () => {
    const began = performance.now();
    while (!isOver) {
      const due = ((performance.now() - began) / 1000) * 500;
      for (; reads < due; reads += 1) get(STORY).catch(() => {});
      await wait(5);
    }
    return reads / ((performance.now() - began) / 1000);
  })();
  const busy = await postTimes();
  isOver = true;
  const readRate = await reader;
  console.log(
    `p99 of a post ${p99(quiet).toFixed(0)} ms quiet, ${p99(busy).toFixed(0)} ms while ${readRate.toFixed(0)}/s read: ` +
      `${(p99(busy) / p99(quiet)).toFixed(1)} times`,
  );
}

async function postTimes() {
  const fields = hiddenFields(await get(STORY));
  const times = [];
  const end = performance.now() + seconds * 1000;
  while (performance.now() < end) {
    const began = performance.now();
    await post(fields, nextComment());
    times.push(performance.now() - began);
    await wait(20);
  }
  return times;
}

/** From the answer to the writer until another reader's page has it. */
async function freshness() {
  const db = new Database(file);
  db.prepare(
    "insert into commenters (email, name, approved, created_at) values ('known@mail.example', 'রহিম', 9, 0)",
  ).run();
  db.close();
  const delays = [];
  for (let at = 0; at < 20; at += 1) {
    const body = `সবাই দেখুক, ${at} ${randomBytes(6).toString('hex')}`.normalize('NFC');
    const fields = hiddenFields(await get(STORY));
    await post(fields, { body, name: 'রহিম', email: 'known@mail.example' });
    const db = new Database(file);
    db.prepare("update comments set created_at = created_at - 120000 where name = 'রহিম'").run();
    db.close();
    const answered = performance.now();
    while (!(await get(STORY)).includes(body)) {
      if (performance.now() - answered > 10_000) throw new Error('not seen within ten seconds');
      await wait(5);
    }
    delays.push(performance.now() - answered);
  }
  console.log(`seen by others after ${Math.max(...delays).toFixed(0)} ms at most, of ${delays.length}`);
}

async function flood() {
  const fields = hiddenFields(await get(STORY));
  const statuses = new Map();
  let sent = 0;
  let isOver = false;
  const began = performance.now();
  const flooders = Array.from({ length: WRITERS }, async () => {
    while (sent < 10_000) {
      sent += 1;
      const at = sent;
      const from = { 'x-forwarded-for': `203.0.113.${1 + (at % 250)}` };
      const { status } = await post(fields, { ...aComment(at), email: `flood${at}@mail.example` }, from);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
  });
  const elsewhere = [];
  const reader = (async () => {
    while (!isOver) {
      const asked = performance.now();
      const { status } = await post(fields, nextComment(), { 'x-forwarded-for': '198.51.100.7' });
      elsewhere.push({ status, ms: performance.now() - asked });
      await wait(250);
    }
  })();
  await Promise.all(flooders);
  isOver = true;
  await reader;
  const db = new Database(file, { readonly: true });
  const stored = db.prepare("select count(*) from commenters where email like 'flood%'").pluck().get();
  db.close();
  const told = [...statuses].map(([status, count]) => `${status}: ${count}`).join(', ');
  const taken = elsewhere.filter(({ status }) => status === 200).length;
  console.log(
    `10,000 from one network in ${((performance.now() - began) / 1000).toFixed(0)} s (${told}), ${stored} stored; ` +
      `elsewhere ${taken} of ${elsewhere.length} taken, p99 ${p99(elsewhere.map(({ ms }) => ms)).toFixed(0)} ms`,
  );
}

async function powerCuts() {
  const acknowledged = [];
  for (let cut = 0; cut < 20; cut += 1) {
    const fields = hiddenFields(await get(STORY));
    const target = (cut + 1) * 100;
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isOver) {
        const comment = nextComment();
        const answer = await post(fields, comment).catch(() => null);
        if (answer?.status === 200 && answer.text.includes('data-answer="done"'))
          acknowledged.push(comment.body);
        if (acknowledged.length >= target) isOver = true;
        if (!answer) return;
      }
    });
    while (acknowledged.length < target) await wait(5);
    door.kill('SIGKILL');
    isOver = true;
    await Promise.all(writers);
    await open();
  }
  const db = new Database(file, { readonly: true });
  const stored = new Set(db.prepare('select body from comments').pluck().all());
  const lost = acknowledged.filter((body) => !stored.has(body)).length;
  const [check] = db.pragma('integrity_check');
  db.close();
  console.log(
    `${lost} lost of ${acknowledged.length} acknowledged over 20 kills; integrity ${check.integrity_check}`,
  );
  if (lost > 0) process.exitCode = 1;
}

/** Each its own words, address and length, as an evening's are. */
function aComment(at) {
  const body =
    `আমাদের এলাকার ${at} নম্বর রাস্তার কথা ${(at * 7919) % 104_729}: ${'কেউ শোনে না। '.repeat(1 + (at % 9))}`.trim();
  return { body: body.normalize('NFC'), name: `পাঠক ${at}`, email: `w${at}@mail.example` };
}

function nextComment() {
  count += 1;
  return aComment(count);
}

async function open() {
  door = spawn(process.execPath, ['dist/door.mjs'], { env, stdio: 'ignore' });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const isOpen = await get('/api/health').then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    await wait(50);
  }
  throw new Error('the door does not open');
}

function post(fields, comment, headers = {}) {
  const boundary = 'x-barta-bench';
  const body = Object.entries({ ...fields, ...comment })
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('');
  return ask('POST', STORY, `${body}--${boundary}--\r\n`, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
    ...headers,
  });
}

async function get(path) {
  const { status, text } = await ask('GET', path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return text;
}

function ask(method, path, body = '', headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(
      base + path,
      {
        method,
        agent,
        headers: { ...headers, ...(body !== '' && { 'content-length': Buffer.byteLength(body) }) },
      },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString() }),
        );
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function hiddenFields(page) {
  const [form] = /<form[^>]*data-comment-form[\s\S]*?<\/form>/.exec(page) ?? [];
  if (!form) throw new Error('the page has no comment form');
  const fields = {};
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    fields[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return fields;
}

function p99(times) {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? Number.NaN;
}

function wait(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function aFreePort() {
  return new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
