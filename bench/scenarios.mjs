import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import { buildIsr } from './support/isr.mjs';
import { load } from './support/load.mjs';
import { randomFrom } from './support/news.mjs';
import {
  childrenOf,
  megabytesOf,
  openBare,
  openEdge,
  openNext,
  openNginxBefore,
  openNginxStatic,
  startNext,
} from './support/servers.mjs';

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** The answer to one question: status, headers, bytes as they came, and how long it took, in ms. */
function ask(url, { headers = {}, method = 'GET', body, agent } = {}) {
  return new Promise((done, failed) => {
    const began = performance.now();
    const asked = request(url, { method, headers, agent, timeout: 20_000 }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('error', failed);
      answer.on('end', () =>
        done({
          status: answer.statusCode,
          headers: answer.headers,
          bytes: Buffer.concat(chunks),
          ms: performance.now() - began,
        }),
      );
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer within 20 s')));
    asked.once('error', failed);
    asked.end(body);
  });
}

/** What stands in the store: paths of all stories, newest first. */
function pathsIn(database) {
  const db = new Database(database, { readonly: true });
  const rows = db
    .prepare(
      `select stories.id, slug from stories join sections on sections.id = section_id order by stories.id desc`,
    )
    .all();
  db.close();
  return rows.map(({ id, slug }) => `/${slug}/${id}`);
}

/** A change of a story by another program: what a save does, less its reading of the form. */
function aPress(database) {
  const db = new Database(database);
  db.pragma('busy_timeout = 5000');
  const change = db.prepare('update stories set headline = ?, version = version + 1 where id = ?');
  const tell = db.prepare('insert into page_events (tags, at) values (?, ?)');
  const publish = db.transaction((id, headline, tags) => {
    change.run(headline, id);
    tell.run(JSON.stringify(tags), Date.now());
  });
  return { publish, close: () => db.close() };
}

/** Asks until the packed forms are there. */
async function bytesOf(url) {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await ask(url, { headers: { 'accept-encoding': 'br' } });
    if (answer.headers['content-encoding'] === 'br') break;
    await pause(100);
  }
  const [identity, gzip, br] = await Promise.all(
    ['identity', 'gzip', 'br'].map((encoding) => ask(url, { headers: { 'accept-encoding': encoding } })),
  );
  return { identity: identity.bytes, gzip: gzip.bytes, br: br.bytes };
}

/** Rounds in turn, each contestant once in each; the first of all is thrown away as warm-up. */
async function inTurn(bench, contestants, measure) {
  const results = Object.fromEntries(contestants.map(({ name }) => [name, []]));
  for (const contestant of contestants) await measure(contestant, 1);
  for (let round = 0; round < bench.rounds; round++) {
    // Another begins each time, so that nobody always runs behind the same one.
    for (let i = 0; i < contestants.length; i++) {
      const contestant = contestants[(i + round) % contestants.length];
      results[contestant.name].push(await measure(contestant, bench.seconds));
    }
  }
  return results;
}

/** One page that everyone wants, by everyone who can send it. */
async function hot(bench) {
  const [path] = pathsIn(bench.database);
  const pages = join(bench.folder, 'pages');
  mkdirSync(pages, { recursive: true });
  const edge = await openEdge(bench.database);
  const bytes = await bytesOf(edge.url + path);
  const contestants = [{ name: 'the edge server', url: edge.url + path }];
  if (bench.hasNginx) {
    contestants.push({ name: 'nginx static', url: (await openNginxStatic(bench.folder, bytes)).url });
    const laying = await openEdge(bench.database, { PAGE_FILES: pages, TRUSTED_PROXIES: '127.0.0.1' });
    const front = await openNginxBefore(bench.folder, laying.url, pages);
    await ask(front.url + path);
    await pause(500);
    contestants.push({ name: 'nginx with PAGE_FILES', url: front.url + path });
  }
  contestants.push({ name: 'bare node:http', url: (await openBare(bench.folder, bytes)).url });
  const next = await openNext(bench.database);
  contestants.push({ name: 'Next alone, each anew', url: next.url + path });
  if (bench.withIsr) {
    const isr = await startNext(await buildIsr(bytes.identity.toString()));
    contestants.push({ name: 'Next alone, ISR', url: isr.url });
  }

  const figures = {};
  for (const encoding of ['identity', 'gzip']) {
    const results = await inTurn(bench, contestants, async ({ name, url }, seconds) => {
      const { perSecond, failed } = await load({ url, seconds, encoding });
      if (failed > 0) throw new Error(`${name}: ${failed} answers failed`);
      return perSecond;
    });
    const title = `Hot story, ${encoding}, ${bytes[encoding].length} bytes`;
    figures[encoding] = bench.table(title, 'answers a second', results);
  }
  return figures;
}

/** Many pages, some of them much more wanted than others, and more than the memory holds. */
async function zipf(bench) {
  const all = pathsIn(bench.database);
  const random = randomFrom(5);
  const asked = Array.from({ length: 50_000 }, () => all[Math.floor(all.length ** random()) - 1] ?? all[0]);
  const edge = await openEdge(bench.database, { PAGE_MEMORY_MB: bench.short ? '4' : '64' });
  const rounds = [];
  const memory = [];
  for (let round = 0; round <= bench.rounds; round++) {
    const { perSecond, p99, failed } = await load({ url: edge.url, seconds: bench.seconds, paths: asked });
    if (failed > 0) throw new Error(`${failed} answers failed`);
    if (round > 0) rounds.push({ perSecond, p99 });
    memory.push(megabytesOf([edge.pid, ...childrenOf(edge.pid)]));
  }
  bench.table(`Zipf over ${all.length} pages, memory for a part of them`, 'answers a second', {
    'the edge server': rounds.map(({ perSecond }) => perSecond),
  });
  bench.table('the same', 'ms, the 99th of a hundred', { 'the edge server': rounds.map(({ p99 }) => p99) });
  console.log(
    `  edge server and renderers: ${memory.map((mb) => Math.round(mb)).join(', ')} MB after each round`,
  );
  return { rounds, memory };
}

/** A change every 200 ms under full load: what the next reader sees, and what the others feel. */
async function storm(bench) {
  const [path] = pathsIn(bench.database);
  const id = Number(path.split('/')[2]);
  const edge = await openEdge(bench.database);
  await bytesOf(edge.url + path);
  const press = aPress(bench.database);
  const changes = bench.short ? 10 : 1000;
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  let isOver = false;
  const polling = Array.from({ length: 8 }, async () => {
    let answers = 0;
    for (; !isOver; answers++) await ask(edge.url + path, { agent });
    return answers;
  });
  let stale = 0;
  const fresh = [];
  for (let change = 0; change < changes; change++) {
    const headline = `পরিবর্তন ${change} ${'ক'.repeat(change % 7)}`;
    press.publish(id, headline, [`story:${id}`, 'front', 'latest']);
    const { bytes, ms } = await ask(edge.url + path, { agent });
    if (!bytes.toString().includes(headline)) stale++;
    fresh.push(ms);
    await pause(bench.short ? 20 : 100);
  }
  isOver = true;
  const answers = (await Promise.all(polling)).reduce((sum, n) => sum + n, 0);
  agent.destroy();

  const quiet = await load({ url: edge.url + path, seconds: bench.seconds });
  const timer = setInterval(() => press.publish(id, `ঝড় ${Date.now()}`, [`story:${id}`, 'front']), 200);
  const busy = await load({ url: edge.url + path, seconds: bench.seconds });
  clearInterval(timer);
  press.close();
  console.log(`\nPublish storm
  stale first answers after a change: ${stale} of ${changes}, under 8 readers who read ${answers} pages
  the fresh page took ${Math.round(median(fresh))} ms at the median
  under full load: ${Math.round(quiet.perSecond)}/s quiet, ${Math.round(busy.perSecond)}/s with a change every 200 ms; p99 ${quiet.p99} and ${busy.p99} ms; ${busy.failed} failed`);
  if (stale > 0) throw new Error(`${stale} stale answers`);
  return { stale, changes, quiet, busy };
}

/** From nothing to the first page, and until what is read most is there. */
async function cold(bench) {
  const db = new Database(bench.database);
  const hour = Math.floor(Date.now() / 3_600_000);
  const count = db.prepare('insert or replace into view_counts (story_id, hour, views) values (?, ?, ?)');
  const ids = db.prepare('select id from stories order by id desc limit 500').pluck().all();
  db.transaction(() => {
    for (const [rank, id] of ids.entries()) count.run(id, hour, 1000 - rank);
  })();
  db.close();
  const paths = pathsIn(bench.database).slice(0, ids.length);
  const first = [];
  const warm = [];
  for (let round = 0; round < bench.rounds; round++) {
    const began = performance.now();
    const edge = await openEdge(bench.database);
    await ask(`${edge.url}/`);
    first.push(performance.now() - began);
    const last = paths[Math.min(paths.length - 1, bench.short ? 50 : 480)];
    for (;;) {
      const { ms } = await ask(edge.url + last);
      if (ms < 3) break;
      await pause(200);
    }
    warm.push((performance.now() - began) / 1000);
    await edge.end();
  }
  // Else every edge server that comes after would warm itself behind the readers of its bench.
  const after = new Database(bench.database);
  after.exec('delete from view_counts');
  after.close();
  return {
    first: bench.table('Cold start to the first front page', 'ms', { 'the edge server': first }),
    warm: bench.table('Until the most read are remembered', 'seconds', { 'the edge server': warm }),
  };
}

/** Readers, commenters and editors together. */
async function mixed(bench) {
  const paths = pathsIn(bench.database);
  const edge = await openEdge(bench.database, { TRUSTED_PROXIES: '127.0.0.1' });
  const press = aPress(bench.database);
  const page = (await bytesOf(edge.url + paths[0])).identity.toString();
  // One that the page shows would have it made anew, and rightly: that is the cost of a miss, told elsewhere.
  const edited = paths.slice(1, 600).filter((path) => !page.includes(`${path}"`));
  const seen = { busy: [], quiet: [], 'busy, 2,000/s': [], 'quiet, 2,000/s': [] };
  const readers = async (when) => {
    const url = edge.url + paths[0];
    const asFast = await load({ url, seconds: bench.seconds });
    const paced = await readPaced(url, bench.short ? 200 : 2000, bench.seconds);
    for (const { failed, answers } of [asFast, paced]) {
      if (failed > 0 || answers === 0) throw new Error(`${failed} readers failed, ${answers} answered`);
    }
    seen[when].push(asFast.p99);
    seen[`${when}, 2,000/s`].push(paced.p99);
  };
  const comments = commentsFor(edge.url, bench.database);
  for (let round = 0; round < bench.rounds; round++) {
    await readers('quiet');
    let turn = 0;
    const editors = setInterval(() => {
      const path = edited[turn++ % edited.length];
      const [, section, id] = path.split('/');
      press.publish(Number(id), `সম্পাদনা ${turn}`, [`story:${id}`, 'front', `section:${section}`]);
    }, 100);
    const commenters = setInterval(() => {
      const path = paths[(501 + Math.floor(Math.random() * 200)) % paths.length];
      comments.send(path);
    }, 50);
    await readers('busy');
    clearInterval(editors);
    clearInterval(commenters);
    await pause(500);
  }
  press.close();
  console.log(
    `\nMixed work: 10 saves and 20 comments a second beside the readers of one story; ${await comments.told()}`,
  );
  const title = 'ms, the 99th of a hundred';
  return {
    asFastAsCan: bench.table('the hot page, as often as it can be asked for', title, {
      busy: seen.busy,
      quiet: seen.quiet,
    }),
    paced: bench.table('the hot page, 2,000 times a second', title, {
      busy: seen['busy, 2,000/s'],
      quiet: seen['quiet, 2,000/s'],
    }),
  };
}

async function readPaced(url, perSecond, seconds) {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['bench/support/paced.mjs', url, perSecond, seconds].map(String),
  );
  return JSON.parse(stdout);
}

/** Fetches the page, fills in its form and sends it, as a browser without scripts does. */
async function comment(url, path, number) {
  const page = (await ask(url + path)).bytes.toString();
  const [form = ''] = /<form[^>]*data-comment-form[\s\S]*?<\/form>/.exec(page) ?? [];
  const data = new FormData();
  for (const [, name, value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]*)"(?: value="([^"]*)")?/g,
  )) {
    data.set(plain(name), plain(value));
  }
  data.set('body', `মন্তব্য ${number}`);
  data.set('name', 'পাঠক');
  data.set('email', `bench-${number % 50}@example.invalid`);
  // Each from a network of his own: what one network may say in a minute is bounded.
  const headers = { 'x-forwarded-for': `10.${(number >> 8) % 256}.${number % 256}.7` };
  const answer = await fetch(url + path, { method: 'POST', body: data, headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`answered ${answer.status}`);
}

/** People who comment beside the other work. What is in the store tells in the end, not what was answered. */
function commentsFor(url, database) {
  const db = new Database(database, { readonly: true });
  const count = db.prepare('select count(*) from comments').pluck();
  const before = count.get();
  const all = [];
  return {
    send(path) {
      all.push(comment(url, path, all.length));
      all.at(-1).catch(() => {});
    },
    async told() {
      const failed = (await Promise.allSettled(all)).filter(({ reason }) => reason);
      const kept = count.get() - before;
      db.close();
      const [first] = failed;
      if (kept < 0.9 * all.length)
        throw new Error(`of ${all.length} comments ${kept} were kept (${first?.reason.message})`);
      return `${all.length} comments, ${failed.length} failed, ${kept} kept`;
    },
  };
}

const plain = (text) => text.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&#x27;', "'");

/** Ten thousand who hold a connection and say nothing, or half a sentence. */
async function idle(bench) {
  const [path] = pathsIn(bench.database);
  const edge = await openEdge(bench.database);
  await bytesOf(edge.url + path);
  const before = {
    ...(await load({ url: edge.url + path, seconds: bench.seconds })),
    mb: megabytesOf([edge.pid]),
  };
  const wanted = bench.short ? 200 : 10_000;
  const { port } = new URL(edge.url);
  const sockets = [];
  for (let i = 0; i < wanted; i++) {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    if (i % 2) socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nX-Half`);
    sockets.push(socket);
    if (i % 100 === 99) await pause(10);
  }
  await pause(1000);
  const open = sockets.filter((socket) => socket.readyState === 'open').length;
  const during = {
    ...(await load({ url: edge.url + path, seconds: bench.seconds })),
    mb: megabytesOf([edge.pid]),
  };
  for (const socket of sockets) socket.destroy();
  console.log(`\nIdle connections: ${open} of ${wanted} open, half of them with half a request
  ${Math.round(before.perSecond)}/s before, ${Math.round(during.perSecond)}/s during; p99 ${before.p99} and ${during.p99} ms; edge server ${Math.round(before.mb)} and ${Math.round(during.mb)} MB`);
  if (during.failed > 0) throw new Error(`${during.failed} answers failed`);
  return { before, during, open };
}

/** Addresses that are none, as many as can be asked for, while readers read. */
async function lost(bench) {
  const [path] = pathsIn(bench.database);
  const edge = await openEdge(bench.database);
  await bytesOf(edge.url + path);
  await load({ url: edge.url + path, seconds: bench.seconds });
  const pids = [edge.pid, ...childrenOf(edge.pid)];
  const before = megabytesOf(pids);
  const quiet = await load({ url: edge.url + path, seconds: bench.seconds });
  const random = randomFrom(9);
  const invented = Array.from({ length: 200_000 }, () => `/national/${Math.floor(random() * 1e12) + 1e9}`);
  const [storm, readers] = await Promise.all([
    load({ url: edge.url, seconds: 2 * bench.seconds, paths: invented }),
    pause(500).then(() => load({ url: edge.url + path, seconds: bench.seconds })),
  ]);
  console.log(`\nStorm of invented addresses: ${Math.round(storm.perSecond)}/s of them answered
  remembered page: ${Math.round(quiet.perSecond)}/s quiet, ${Math.round(readers.perSecond)}/s during; p99 ${quiet.p99} and ${readers.p99} ms; ${readers.failed} failed
  edge server and renderers: ${Math.round(before)} MB before, ${Math.round(megabytesOf(pids))} MB after`);
  if (readers.failed > 0) throw new Error(`${readers.failed} readers failed`);
  return { storm, quiet, readers };
}

/** Renderers killed and builds handed over while 2,000 pages a second are read. */
async function kills(bench) {
  const paths = pathsIn(bench.database);
  const said = join(bench.folder, 'kills.log');
  const edge = await openEdge(bench.database, { RENDERERS: '2', TRUSTED_PROXIES: '127.0.0.1' }, said);
  await bytesOf(edge.url + paths[0]);
  const agent = new Agent({ keepAlive: true, maxSockets: 256 });
  const wanted = bench.short ? 200 : 2000;
  const failed = [];
  const waits = { remembered: [], cold: [] };
  const began = performance.now();
  let asked = 0;
  let under = 0;
  const read = async (path, kind, headers) => {
    const at = performance.now();
    let trouble;
    try {
      const { status } = await ask(edge.url + path, { agent, headers });
      if (status !== 200) trouble = String(status);
    } catch (error) {
      trouble = error.message;
    }
    const ms = performance.now() - at;
    waits[kind].push(ms);
    if (trouble) {
      failed.push(
        `${kind} ${path}, asked at ${seconds(at - began)}, after ${seconds(ms)}: ${trouble} (${headers['x-forwarded-for']})`,
      );
    }
  };
  const timer = setInterval(() => {
    for (let i = 0; i < wanted / 100; i++) {
      // A hundredth of them cold.
      const isCold = asked % 100 === 0;
      const path = isCold ? paths[1 + ((asked / 100) % (paths.length - 1))] : paths[0];
      asked++;
      under++;
      // Each from another network: one that asks for so many cold pages is held back, and rightly.
      const headers = { 'x-forwarded-for': `10.${(asked >> 8) % 256}.${asked % 256}.7` };
      void read(path, isCold ? 'cold' : 'remembered', headers).finally(() => under--);
    }
  }, 10);
  const many = bench.short ? 2 : 20;
  for (let kill = 1; kill <= many; kill++) {
    await pause(bench.short ? 300 : 1000);
    const [victim] = childrenOf(edge.pid);
    if (victim) process.kill(victim, 'SIGKILL');
    if (kill % 4 === 0) process.kill(edge.pid, 'SIGUSR2');
  }
  await pause(2000);
  clearInterval(timer);
  while (under > 0) await pause(50);
  agent.destroy();
  console.log(
    `\n${many} renderers killed, ${Math.floor(many / 4)} deploys: ${failed.length} of ${asked} readers failed`,
  );
  for (const [kind, ms] of Object.entries(waits)) {
    ms.sort((a, b) => a - b);
    const at = (part) => seconds(ms[Math.floor((ms.length - 1) * part)]);
    console.log(
      `  ${kind}: ${ms.length}, of them half within ${at(0.5)}, 99 of 100 within ${at(0.99)}, the last after ${at(1)}`,
    );
  }
  for (const line of failed.slice(0, 20)) console.log(`  ${line}`);
  if (failed.length > 0) {
    console.log(readFileSync(said, 'utf8'));
    throw new Error(`${failed.length} readers failed`);
  }
  return {
    asked,
    failed: failed.length,
    slowest: { remembered: waits.remembered.at(-1), cold: waits.cold.at(-1) },
  };
}

const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;

/** The mix for as long as is asked: zipf, a save a second, two comments a second, and what edge server and renderer take. */
async function memory(bench) {
  const all = pathsIn(bench.database);
  const random = randomFrom(5);
  const asked = Array.from({ length: 50_000 }, () => all[Math.floor(all.length ** random()) - 1] ?? all[0]);
  const edge = await openEdge(bench.database, { RENDERERS: '1', TRUSTED_PROXIES: '127.0.0.1' });
  const press = aPress(bench.database);
  const minutes = bench.short ? 0.1 : bench.minutes;
  let turn = 0;
  const saves = setInterval(() => {
    const path = all[turn++ % 500];
    press.publish(Number(path.split('/')[2]), `সম্পাদনা ${turn}`, [`story:${path.split('/')[2]}`, 'front']);
  }, 1000);
  const comments = commentsFor(edge.url, bench.database);
  let commented = 0;
  const commenters = setInterval(() => comments.send(all[500 + (commented++ % 200)]), 500);
  const seen = [];
  for (let minute = 0; minute < Math.max(1, minutes); minute++) {
    const { failed } = await load({
      url: edge.url,
      seconds: bench.short ? bench.seconds : 60,
      paths: asked,
      connections: 4,
    });
    if (failed > 0) throw new Error(`${failed} answers failed`);
    seen.push({ edge: megabytesOf([edge.pid]), renderer: megabytesOf(childrenOf(edge.pid)) });
  }
  clearInterval(saves);
  clearInterval(commenters);
  const told = await comments.told();
  press.close();
  const line = (who) => seen.map((one) => Math.round(one[who])).join(' ');
  console.log(`\nMemory over ${minutes} minutes of the mix (${turn} saves; ${told}), MB at the end of each
  edge      ${line('edge')}
  renderer  ${line('renderer')}`);
  return seen;
}

function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

export const scenarios = { hot, zipf, storm, cold, mixed, idle, lost, kills, memory };
