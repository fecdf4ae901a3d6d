/**
 * What a page costs when it is made: processor time of Next's main thread, of its whole process (the collector's and the
 * compiler's threads too), and what the edge server adds to make it a page that can be sent. By kind of page, each render after a
 * commit, as a miss is. Time on the processor, not on the clock: a busy machine bends it less.
 *
 *   node bench/miss.mjs [--stories 10000] [--renders 200] [--rounds 5] [--store FILE] [--kinds story,front]
 *                       [--against FOLDER] [--profile FOLDER] [--flags "--max-semi-space-size=16"]
 *
 * `--against`: another checkout with its own build, which takes turns with this one; then the ratio is told too, which a
 * busy machine bends least of all. `--profile` leaves a .cpuprofile of the whole run there. Linux only (/proc).
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWithNews } from './data.mjs';
import { ours } from './support/ours.mjs';
import { endAll, openNext } from './support/servers.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '10000' },
    renders: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '5' },
    store: { type: 'string' },
    kinds: { type: 'string' },
    against: { type: 'string' },
    profile: { type: 'string' },
    flags: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'barta-miss-'));
process.once('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});
const file = resolve(values.store ?? join(folder, 'barta.db'));
if (!values.store) await fillWithNews(file, { stories: Number(values.stories) });
const { finishDocument, gzipPage, seedPlaces, makePage, openDatabase, rendererFlags } = await ours(`
  export { openDatabase } from '@/db/client';
  export { finishDocument } from '@barta/edge/cache/finish-document';
  export { gzipPage } from '@barta/edge/cache/compression/compress-page';
  export { makePage } from '@barta/edge/cache/page';
  export { rendererFlags } from '@barta/edge/renderers/node-flags';
  export { seedPlaces } from '@/lib/places/seed-places';`);
// As an edge server does when it starts.
await seedPlaces(openDatabase(`file:${file}`));
const db = new Database(file);
db.pragma('busy_timeout = 5000');
const paths = pathsByKind();
const asked = values.kinds?.split(',') ?? Object.keys(paths);
const renders = Number(values.renders);
const rounds = Number(values.rounds);

const more = values.profile
  ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(values.profile)} --cpu-prof-interval=500` }
  : {};
if (values.profile) mkdirSync(values.profile, { recursive: true });
const flags = values.flags?.split(' ') ?? rendererFlags;
const houses = [{ name: 'this', server: await openNext(file, more, { flags }) }];
if (values.against) {
  const cwd = resolve(values.against);
  houses.push({ name: 'the other', server: await openNext(file, {}, { cwd, flags: rendererFlags }) });
}
const touch = db.prepare(
  'insert into view_totals (story_id, total) values (?, 1) on conflict do update set total = total + 1',
);

console.log('| page | build | main thread | process | edge: finish, gzip | bytes from Next, finished |');
console.log('|---|---|---:|---:|---:|---:|');
for (const kind of asked) {
  // A renderer has made some hundreds of a kind before its code is as fast as it stays.
  for (const { server } of houses) await ask(kind, server, 4 * renders);
  const seen = houses.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (const [at, { server }] of houses.entries()) {
      const before = spent(server.pid);
      await ask(kind, server, renders);
      const after = spent(server.pid);
      const per = (name) => (after[name] - before[name]) / renders;
      seen[at].push({ main: per('main'), all: per('all') });
    }
  }
  for (const [at, { name, server }] of houses.entries()) {
    const edge = await edgePart(await ask(kind, server, 1));
    const cells = ['main', 'all'].map((of) => told(seen[at].map((one) => one[of])));
    console.log(
      `| ${kind} | ${name} | ${cells.join(' | ')} | ${edge.finish.toFixed(2)}, ${edge.gzip.toFixed(2)} ms | ${edge.bytes.join(', ')} |`,
    );
  }
  if (houses.length > 1) {
    const [here, there] = seen;
    const ratios = here.map((one, round) => one.main / there[round].main).sort((a, b) => a - b);
    console.log(
      `| ${kind} | ratio | ${[ratios[0], ratios[ratios.length >> 1], ratios.at(-1)].map((one) => one.toFixed(2)).join(' / ')} | | | |`,
    );
  }
}
if (values.profile) {
  const [{ server }] = houses;
  const ended = new Promise((done) => server.child.once('exit', done));
  server.child.kill('SIGINT');
  await ended;
}
process.exit(0);

/** So many pages of a kind, one after another; the last one's text. */
async function ask(kind, server, times) {
  let text = '';
  for (let i = 0; i < times; i++) {
    touch.run(1);
    const of = paths[kind];
    // As the edge server asks.
    const answer = await fetch(server.url + of[i % of.length], {
      headers: { 'user-agent': 'BartaEdge/1', 'accept-encoding': 'identity' },
    });
    text = await answer.text();
    if (answer.status !== 200) throw new Error(`${of[i % of.length]}: ${answer.status}`);
  }
  return text;
}

/** Processor time of this process, which does here what the edge server does, in ms a page. */
async function edgePart(text) {
  const answer = Buffer.from(text);
  const times = 100;
  let finished = '';
  const finish = await timed(times, () => {
    finished = finishDocument(answer.toString()).html;
  });
  const body = Buffer.from(finished);
  const html = [['content-type', 'text/html; charset=utf-8']];
  const gzip = await timed(times, () => gzipPage(makePage({ status: 200, headers: html, body })));
  return { finish, gzip, bytes: [answer.length, body.length] };
}

async function timed(times, work) {
  for (let i = 0; i < times / 2; i++) await work();
  const before = process.cpuUsage();
  for (let i = 0; i < times; i++) await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / times;
}

/** The median, and from the least to the most. */
function told(all) {
  const sorted = all.toSorted((a, b) => a - b);
  const [least, median, most] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)].map((one) =>
    one.toFixed(1),
  );
  return `${median} ms (${least}–${most})`;
}

/** Milliseconds on a processor so far. */
function spent(pid) {
  const of = (thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
  return {
    main: of(pid),
    all: readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + of(thread), 0),
  };
}

function pathsByKind() {
  const rows = db
    .prepare(
      `select stories.id, slug from stories join sections on sections.id = section_id
       where state = 'published' and form not in ('live', 'photo', 'video') order by published_at desc limit 40`,
    )
    .all();
  const sections = [...new Set(rows.map(({ slug }) => slug))];
  const [topic] = db.prepare('select slug from topics order by id limit 1').pluck().all();
  const [byline] = db.prepare('select slug from bylines order by id limit 1').pluck().all();
  return {
    story: rows.map(({ id, slug }) => `/${slug}/${id}`),
    front: ['/'],
    section: sections.map((slug) => `/${slug}`),
    topic: [`/topic/${encodeURIComponent(topic)}`],
    byline: [`/byline/${encodeURIComponent(byline)}`],
  };
}
