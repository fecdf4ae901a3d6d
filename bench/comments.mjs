/**
 * What the discussion bears, beside the limits of the same machine in the same run:
 *
 *   node bench/comments.mjs [--seconds 3] [--rounds 5] [--only throughput,wordpress,…] [--wordpress URL …]
 *
 * after a build; opens a demo newsroom of its own in a temporary folder. Contestants take turns, round by round, each
 * for so many seconds after one that is not counted, and a ratio is concluded only where their ranges do not overlap.
 * The parts, each by its name in `--only`:
 *
 * throughput  Accepted comments a second from 32 writers, held and shown at once, beside the same action with its write
 *             left out: a second edge server on a copy of the store, loaded with `without-writes.mjs`. Beside them posts of words
 *             that stand there already (not judged either), bare inserts, and the same with the page that each is led
 *             to, as a browser goes on to read it.
 * cost        What one post costs of a processor, of the edge server and of the renderer, and its page with it. Linux only.
 * wordpress   With `--wordpress`: the comment form of a WordPress there, 20 and 32 writers, ours and theirs by turns.
 *             Its post of the number `--post` (1) takes comments; held ones are compared. To set one up: any database
 *             that is safe at each commit (InnoDB's default), opcache on, comment flood control off (a plugin that
 *             removes `check_comment_flood_db`), no mail to moderators, and fewer PHP processes than its server may
 *             keep waiting (eight for two cores), else it answers 504. `--wordpress-count "COMMAND"` prints how many
 *             comments it keeps, so that none acknowledged is lost; `--wordpress-pids 1,2,3` are its web server,
 *             PHP and database, whose processor time a post is told beside ours. Linux only.
 * percentiles The 99th percentile of one writer's post, quiet and while 500 readers a second read the page.
 * freshness   How soon others see a comment: posted by a known reader, and approved on the desk.
 * flood       Ten thousand posts from one network: how many are taken, and whether a reader elsewhere notices.
 * cuts        Comments lost of 2,000 acknowledged, over 20 × kill -9.
 *
 * Trust the figures only on this machine and this day.
 */
import { execSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { table } from './support/figures.mjs';

const { values: chosen } = parseArgs({
  options: {
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
    wordpress: { type: 'string' },
    post: { type: 'string', default: '1' },
    'wordpress-count': { type: 'string' },
    'wordpress-pids': { type: 'string' },
  },
});
const seconds = Number(chosen.seconds);
const rounds = Number(chosen.rounds);
const WRITERS = 32;
const STORY = '/international/1';
const folder = mkdtempSync(join(tmpdir(), 'barta-bench-'));
const file = join(folder, 'barta.db');
const secrets = {
  BARTA_DEMO_PASSWORD: randomBytes(12).toString('hex'),
  AUTH_SECRET: randomBytes(32).toString('hex'),
  ACTIONS_KEY: process.env.ACTIONS_KEY ?? JSON.parse(readFileSync('var/secrets.json', 'utf8')).ACTIONS_KEY,
};
const house = await aHouse(file);
const { base } = house;
const agent = new Agent({ keepAlive: true, maxSockets: 256 });
let count = 0;

try {
  for (const args of [['migrate'], ['seed', 'demo']]) {
    const { status, stderr } = spawnSync(process.execPath, ['dist/barta.mjs', ...args], { env: house.env });
    if (status !== 0) throw new Error(String(stderr));
  }
  await open(house);
  const parts = { throughput, cost, wordpress, percentiles, freshness, flood, cuts };
  for (const [name, part] of Object.entries(parts))
    if (chosen.only === '' || chosen.only.split(',').includes(name)) await part();
} finally {
  house.edge?.kill('SIGKILL');
  agent.destroy();
  rmSync(folder, { recursive: true, force: true });
}

async function throughput() {
  const fields = hiddenFields(await get(STORY));
  const again = aComment(0);
  await post(fields, again);
  const known = knownReaders();
  const send = (comment, where) => () => postTaken(fields, comment(), where);
  const read = (comment) => () => postAndRead(fields, comment());
  // As many as a page shows, and as many as a comment is compared with: in both stores.
  for (let at = 0; at < 30; at += 1) await postTaken(fields, known());
  for (let at = 0; at < 400; at += 1) await postTaken(fields, nextComment());
  const copy = join(folder, 'without-writes.db');
  const whole = new Database(file);
  await whole.backup(copy);
  whole.close();
  const withoutWrites = await aHouse(copy, { NODE_OPTIONS: '--import ./bench/without-writes.mjs' });
  try {
    await open(withoutWrites);
    const before = commentsIn(copy);
    const { rates, costs } = await byTurns(
      {
        held: send(nextComment),
        'held, its write left out': send(nextComment, withoutWrites),
        shown: send(known),
        'shown, its write left out': send(known, withoutWrites),
        'words that stand there': send(() => again),
        'held, and its page': read(nextComment),
        'shown, and its page': read(known),
      },
      { pidsOf: (name) => [(name.includes('left out') ? withoutWrites : house).edge.pid] },
    );
    const rest = commentsIn(copy) - before;
    if (rest !== 0) throw new Error(`${rest} comments were written where none was to be`);
    const pick = (...names) => Object.fromEntries(names.map((name) => [name, rates[name]]));
    const unit = `accepted a second from ${WRITERS} writers`;
    table('A comment that is held', unit, pick('held', 'held, its write left out', 'words that stand there'));
    table('A comment that is shown', unit, pick('shown', 'shown, its write left out'));
    table('With the page that it leads to', unit, pick('held, and its page', 'shown, and its page'));
    // What else the machine does meanwhile is in none of these.
    const told = Object.entries(costs).map(([name, { ms, done }]) => `${name} ${(ms / done).toFixed(1)}`);
    console.log(`\nms of a processor each, of edge server and renderer together: ${told.join('; ')}`);
  } finally {
    withoutWrites.edge?.kill('SIGKILL');
  }
  console.log(`\nbare inserts, each safe before the next: ${bareInserts().toFixed(0)}/s`);
}

function commentsIn(store) {
  const db = new Database(store, { readonly: true });
  const many = db.prepare('select count(*) from comments').pluck().get();
  db.close();
  return many;
}

/** One after the other: what is in none of the figures is what a crowd shares. */
async function cost() {
  const fields = hiddenFields(await get(STORY));
  const known = knownReaders();
  for (const [name, action] of Object.entries({
    'a held comment': () => postTaken(fields, nextComment()),
    'a shown one': () => postTaken(fields, known()),
    'a held one and its page': () => postAndRead(fields, nextComment()),
    'a shown one and its page': () => postAndRead(fields, known()),
  })) {
    for (let at = 0; at < 200; at += 1) await action();
    const began = processorOf();
    for (let at = 0; at < 500; at += 1) await action();
    const ended = processorOf();
    const each = (whose) => ((ended[whose] - began[whose]) / 500).toFixed(1);
    console.log(
      `${name}: ${each('edge')} ms of a processor in the edge server, ${each('others')} ms in its renderer`,
    );
  }
}

/** Milliseconds of a processor that the edge server, and all that it has started, have had so far. */
function processorOf() {
  const { pid } = house.edge;
  return {
    edge: ticksOf(pid),
    others: withAllStarted(pid)
      .slice(1)
      .reduce((sum, one) => sum + ticksOf(one), 0),
  };
}

/** With those that it has waited for, as a child that has ended. */
function ticksOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) * 10;
}

function withAllStarted(pid) {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.flatMap(withAllStarted)];
}

async function wordpress() {
  if (!chosen.wordpress) return;
  const fields = hiddenFields(await get(STORY));
  const ours = () => postTaken(fields, nextComment());
  const known = knownReaders();
  for (let at = 0; at < 30; at += 1) await postTaken(fields, known());
  // A renderer's first posts, and PHP's, are of code that has not run yet.
  for (let at = 0; at < 300; at += 1) await Promise.all([ours(), postToWordPress()]);
  const theirPids = chosen['wordpress-pids']?.split(',') ?? [];
  const kept = () => ({ ours: commentsIn(file), WordPress: commentsOfWordPress() });
  const before = kept();
  const sums = { ours: { ms: 0, done: 0 }, WordPress: { ms: 0, done: 0 } };
  for (const writers of [20, WRITERS]) {
    const pidsOf = (name) => (name === 'ours' ? [house.edge.pid] : theirPids);
    const { rates, costs } = await byTurns({ ours, WordPress: postToWordPress }, { writers, pidsOf });
    table('A comment that is held, beside a WordPress', `accepted a second from ${writers} writers`, rates);
    for (const [name, { ms, done }] of Object.entries(costs)) {
      sums[name].ms += ms;
      sums[name].done += done;
    }
  }
  const after = kept();
  for (const [name, { ms, done }] of Object.entries(sums)) {
    const lost = done - (after[name] - before[name]);
    const cost = ms > 0 ? `, ${(ms / done).toFixed(1)} ms of a processor each` : '';
    console.log(
      `${name}: ${done} acknowledged, ${Number.isNaN(lost) ? 'not counted there' : `${lost} lost`}${cost}`,
    );
  }
}

async function postToWordPress() {
  const { body, name, email } = nextComment();
  const form = new URLSearchParams({
    author: name,
    // Not one that an earlier run has written: it refuses the same words from the same address.
    email: `${process.pid}-${email}`,
    comment: body,
    comment_post_ID: chosen.post,
    comment_parent: '0',
  });
  const url = `${chosen.wordpress.replace(/\/$/, '')}/wp-comments-post.php`;
  const { status } = await ask('POST', url, String(form), {
    'content-type': 'application/x-www-form-urlencoded',
  });
  // It leads back to the post with the new comment's name.
  if (status !== 302) throw new Error(`WordPress answered ${status}`);
}

function commentsOfWordPress() {
  return chosen['wordpress-count'] ? Number(execSync(chosen['wordpress-count'])) : Number.NaN;
}

/**
 * Each in each round, one behind the other, so that what the machine does meanwhile meets all of them: how many a second
 * in each, and how many in all (`done`) for how many milliseconds of a processor of whoever `pidsOf` names.
 */
async function byTurns(actions, { writers = WRITERS, pidsOf }) {
  const rates = Object.fromEntries(Object.keys(actions).map((name) => [name, []]));
  const costs = Object.fromEntries(Object.keys(actions).map((name) => [name, { ms: 0, done: 0 }]));
  const millisecondsOf = (name) =>
    pidsOf(name)
      .flatMap(withAllStarted)
      .reduce((sum, pid) => sum + ticksOf(pid), 0);
  for (let round = 0; round < rounds; round += 1)
    for (const [name, action] of Object.entries(actions)) {
      const cost = costs[name];
      const had = millisecondsOf(name);
      const counted = async () => {
        await action();
        cost.done += 1;
      };
      rates[name].push(await rate(counted, writers));
      cost.ms += millisecondsOf(name) - had;
    }
  return { rates, costs };
}

async function postTaken(fields, comment, where = house) {
  const { status, headers } = await post(fields, comment, {}, where);
  if (!isTaken({ status, headers })) throw new Error(`answered ${status}`);
  return headers.location.replace(/#.*/, '');
}

async function postAndRead(fields, comment) {
  await get(await postTaken(fields, comment));
}

function isTaken({ status, headers }) {
  return status === 303 && /[?&]said=/.test(headers.location ?? '');
}

/** As many addresses as are needed that a moderator has let stand before: what they write is shown at once. */
function knownReaders(many = 20_000) {
  const db = new Database(file);
  const add = db.prepare(
    "insert or ignore into commenters (email, name, approved, created_at) values (?, 'রহিম', 9, 0)",
  );
  db.transaction(() => {
    for (let at = 0; at < many; at += 1) add.run(`known${at}@mail.example`);
  })();
  db.close();
  let at = 0;
  return () => {
    at += 1;
    return { ...nextComment(), email: `known${at % many}@mail.example` };
  };
}

/** Acknowledged posts a second, the first second unheard. */
async function rate(action, writers) {
  let answers = 0;
  let isCounting = false;
  let isOver = false;
  const all = Array.from({ length: writers }, async () => {
    while (!isOver) {
      await action();
      if (isCounting) answers += 1;
    }
  });
  await wait(1000);
  isCounting = true;
  await wait(seconds * 1000);
  isCounting = false;
  isOver = true;
  await Promise.all(all);
  return answers / seconds;
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
  const end = performance.now() + 3 * seconds * 1000;
  while (performance.now() < end) {
    const began = performance.now();
    await post(fields, nextComment());
    times.push(performance.now() - began);
    await wait(20);
  }
  return times;
}

/** From the answer to the one who acted until another reader's page has it. */
async function freshness() {
  change(
    "insert into commenters (email, name, approved, created_at) values ('known@mail.example', 'রহিম', 9, 0)",
  );
  const posted = [];
  for (let at = 0; at < 20; at += 1) {
    const body = aText('সবাই দেখুক', at);
    await postTaken(hiddenFields(await get(STORY)), { body, name: 'রহিম', email: 'known@mail.example' });
    posted.push(await untilSeen(body));
    // The sixth within a minute would be held for haste. Not before it is seen: others may have said more in two minutes than a page shows.
    change("update comments set created_at = created_at - 120000 where name = 'রহিম'");
  }
  const cookie = await signedIn();
  const approved = [];
  for (let at = 0; at < 20; at += 1) {
    const body = aText('অপেক্ষায়', at);
    await postTaken(hiddenFields(await get(STORY)), { body, name: 'নতুন', email: `new${at}@mail.example` });
    await approve(body, cookie);
    approved.push(await untilSeen(body));
  }
  console.log(
    `seen by others after ${Math.max(...posted).toFixed(0)} ms at most when posted by a known reader, ` +
      `${Math.max(...approved).toFixed(0)} ms when approved on the desk, of ${posted.length} each`,
  );
}

async function untilSeen(body) {
  const answered = performance.now();
  while (!(await get(STORY)).includes(body)) {
    if (performance.now() - answered > 10_000)
      throw new Error(`not seen within ten seconds: ${JSON.stringify(standingOf(body))}`);
    await wait(5);
  }
  return performance.now() - answered;
}

function standingOf(body) {
  const db = new Database(file, { readonly: true });
  const said = db.prepare('select state, held_because because from comments where body = ?').get(body);
  db.close();
  return said;
}

function aText(words, at) {
  return `${words}, ${at} ${randomBytes(6).toString('hex')}`.normalize('NFC');
}

/** The moderator's cookies, by the sign-in form as it stands without JavaScript. */
async function signedIn() {
  const { text } = await ask('GET', '/login');
  const fields = {
    ...fieldsOf(text, ''),
    email: 'moderator@barta.test',
    password: secrets.BARTA_DEMO_PASSWORD,
  };
  const { cookies } = await ask('POST', '/login', ...multipart(fields));
  if (cookies.length === 0) throw new Error('the moderator was not let in');
  return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
}

async function approve(body, cookie) {
  const db = new Database(file, { readonly: true });
  const { id, version } = db.prepare('select id, version from comments where body = ?').get(body);
  db.close();
  const { text } = await ask('GET', '/admin/comments?state=held', '', { cookie });
  const fields = { ...fieldsOf(text, 'name="chosen"'), approve: `${id}:${version}` };
  const [form, headers] = multipart(fields);
  const { status } = await ask('POST', '/admin/comments?state=held', form, {
    ...headers,
    cookie,
    origin: base,
  });
  if (status !== 303) throw new Error(`the desk answered ${status}`);
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
  const taken = elsewhere.filter(({ status }) => status === 303).length;
  console.log(
    `10,000 from one network in ${((performance.now() - began) / 1000).toFixed(0)} s (${told}), ${stored} stored; ` +
      `elsewhere ${taken} of ${elsewhere.length} taken, p99 ${p99(elsewhere.map(({ ms }) => ms)).toFixed(0)} ms`,
  );
}

async function cuts() {
  const acknowledged = [];
  for (let cut = 0; cut < 20; cut += 1) {
    const fields = hiddenFields(await get(STORY));
    const target = (cut + 1) * 100;
    let isOver = false;
    const writers = Array.from({ length: WRITERS }, async () => {
      while (!isOver) {
        const comment = nextComment();
        const answer = await post(fields, comment).catch(() => null);
        if (answer && isTaken(answer)) acknowledged.push(comment.body);
        if (acknowledged.length >= target) isOver = true;
        if (!answer) return;
      }
    });
    while (acknowledged.length < target) await wait(5);
    house.edge.kill('SIGKILL');
    isOver = true;
    await Promise.all(writers);
    await open(house);
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

/** Where an edge server is to stand, on that store. */
async function aHouse(store, more = {}) {
  const port = await aFreePort();
  const base = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    ...secrets,
    DATABASE_URL: `file:${store}`,
    MEDIA_DIR: join(folder, 'media'),
    HOST: '127.0.0.1',
    PORT: String(port),
    SITE_URL: base,
    PASSWORD_COST: '12',
    TRUSTED_PROXIES: '127.0.0.1',
    ...more,
  };
  return { base, env, edge: undefined };
}

async function open(place) {
  place.edge = spawn(process.execPath, ['dist/edge.mjs'], { env: place.env, stdio: 'ignore' });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const isOpen = await get(`${place.base}/api/health`).then(
      () => true,
      () => false,
    );
    if (isOpen) return;
    await wait(50);
  }
  throw new Error('the edge server does not open');
}

function post(fields, comment, headers = {}, { base: where } = house) {
  const [body, kind] = multipart({ ...fields, ...comment });
  return ask('POST', `${where}${STORY}`, body, { ...kind, ...headers });
}

function multipart(fields) {
  const boundary = 'x-barta-bench';
  const body = Object.entries(fields)
    .map(
      ([name, value]) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    .join('');
  return [`${body}--${boundary}--\r\n`, { 'content-type': `multipart/form-data; boundary=${boundary}` }];
}

async function get(path) {
  const { status, text } = await ask('GET', path);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return text;
}

function ask(method, path, body = '', headers = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(
      path.startsWith('http') ? path : base + path,
      {
        method,
        agent,
        headers: { ...headers, ...(body !== '' && { 'content-length': Buffer.byteLength(body) }) },
      },
      (answer) => {
        const chunks = [];
        answer.on('data', (chunk) => chunks.push(chunk));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode,
            text: Buffer.concat(chunks).toString(),
            headers: answer.headers,
            cookies: answer.headers['set-cookie'] ?? [],
          }),
        );
        answer.on('error', reject);
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

function hiddenFields(page) {
  return fieldsOf(page, 'data-comment-form');
}

/** The hidden fields of the first form that has `sign` in it. */
function fieldsOf(page, sign) {
  const form = (page.match(/<form[\s\S]*?<\/form>/g) ?? []).find((one) => one.includes(sign));
  if (!form) throw new Error(`the page has no form with ${sign}`);
  const fields = {};
  for (const [input] of form.matchAll(/<input type="hidden"[^>]*>/g)) {
    const [, name = ''] = /name="([^"]*)"/.exec(input) ?? [];
    const [, value = ''] = /value="([^"]*)"/.exec(input) ?? [];
    fields[name] = value.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  }
  return fields;
}

function change(sql) {
  const db = new Database(file);
  db.prepare(sql).run();
  db.close();
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
