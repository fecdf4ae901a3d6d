/**
 * What a page costs that nobody remembers: processor time of Next's main thread and of the whole process, per render, by
 * kind of page, each after a commit, as a miss is. Time on the processor, not on the clock: a busy machine bends it less.
 *
 *   node bench/miss.mjs [--stories 10000] [--renders 200] [--store FILE] [--kinds story,front] [--profile FOLDER]
 *
 * Linux only (/proc). `--profile` leaves a .cpuprofile of the whole run there, for Chrome's or Node's own viewers.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWithNews } from './data.mjs';
import { ours } from './ours.mjs';
import { endAll, openNext } from './servers.mjs';

const { values } = parseArgs({
  options: {
    stories: { type: 'string', default: '10000' },
    renders: { type: 'string', default: '200' },
    store: { type: 'string' },
    kinds: { type: 'string' },
    profile: { type: 'string' },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'barta-miss-'));
process.once('exit', () => {
  endAll();
  rmSync(folder, { recursive: true, force: true });
});
const file = resolve(values.store ?? join(folder, 'barta.db'));
if (!values.store) await fillWithNews(file, { stories: Number(values.stories) });
// As a door does when it starts.
const { layPlaces, openDatabase } = await ours(`
  export { openDatabase } from '@/db/client';
  export { layPlaces } from '@/lib/places/lay-places';`);
await layPlaces(openDatabase(`file:${file}`));
const db = new Database(file);
db.pragma('busy_timeout = 5000');
const paths = pathsByKind();
const asked = values.kinds?.split(',') ?? Object.keys(paths);

const more = values.profile
  ? { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${resolve(values.profile)} --cpu-prof-interval=500` }
  : {};
if (values.profile) mkdirSync(values.profile, { recursive: true });
const server = await openNext(file, more);
const touch = db.prepare(
  'insert into view_totals (story_id, total) values (?, 1) on conflict do update set total = total + 1',
);
const renders = Number(values.renders);
console.log('| page | main thread | process | bytes |\n|---|---:|---:|---:|');
for (const kind of asked) {
  let bytes = 0;
  const run = async (times) => {
    for (let i = 0; i < times; i++) {
      touch.run(1);
      const of = paths[kind];
      // As the door asks.
      const answer = await fetch(server.url + of[i % of.length], {
        headers: { 'user-agent': 'BartaDoor/1', 'accept-encoding': 'identity' },
      });
      bytes = (await answer.arrayBuffer()).byteLength;
      if (answer.status !== 200) throw new Error(`${of[i % of.length]}: ${answer.status}`);
    }
  };
  await run(Math.min(100, renders));
  const before = spent(server.pid);
  await run(renders);
  const after = spent(server.pid);
  const per = (name) => ((after[name] - before[name]) / renders).toFixed(2);
  console.log(`| ${kind} | ${per('main')} ms | ${per('all')} ms | ${bytes} |`);
}
if (values.profile) {
  const ended = new Promise((done) => server.child.once('exit', done));
  server.child.kill('SIGINT');
  await ended;
}
process.exit(0);

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
