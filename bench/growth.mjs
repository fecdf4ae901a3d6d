/**
 * What a page costs as the newsroom grows: each kind of page of the readers and of the desk made anew, by Next alone, over
 * stores of several sizes.
 *
 *   node bench/growth.mjs --sizes 10000,100000,1000000 [--folder var/growth] [--renders 20] [--only desk,search] [--svg FILE]
 *     [--json FILE] [--until 2026-11-29T19:00:00Z]
 *
 * Five comments a story. Stores are made where they are missing, with all that the desk knows, as of `--until` (or now),
 * and stay in the folder; what a page says of today says little over a store of yesterday. Before each render something
 * is committed, as before a miss, so that nothing that the process remembers is taken. Sizes take turns, page by page,
 * so that a busy moment falls on all of them. What is measured is time on a processor, of the thread that renders and
 * asks the store: a busy machine bends it less than the clock. Linux only (/proc). Prints a table in Markdown: the
 * median in ms, and the ratio of the last to the first.
 *
 * Pages are compared that show as much. Words to look for are such as fill a page in the smallest store too; and a page
 * that is emptier there all the same, by a tenth of its bytes or more, is compared with that of the next size.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWithNews } from './data.mjs';
import { pagesOf } from './support/growth-pages.mjs';
import { vocabulary } from './support/news.mjs';
import { ours } from './support/ours.mjs';
import { plotOfGrowth } from './support/plot.mjs';
import { endAll, openNext } from './support/servers.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    folder: { type: 'string', default: 'var/growth' },
    renders: { type: 'string', default: '20' },
    only: { type: 'string' },
    until: { type: 'string' },
    json: { type: 'string' },
    svg: { type: 'string' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const renders = Number(values.renders);
/** Renders that are not counted: the first over a store reads what no memory holds yet. */
const WARM = 4;
const CHIEF = { email: 'chief@bench.example', password: 'a-long-word-for-a-bench' };
/** Looked for are so many words, each in as many stories of the smallest store as a search ranks. */
const MOST_WORDS = 12;
const RANKED = 1000;
const SHOWN = 20;
/** A page of comments; so many of them a look goes through. */
const COMMENTS_SHOWN = 50;
const COMMENTS_LOOKED_AT = 1500;
const PICTURES_SHOWN = 48;
/** Of bytes: a page with less is emptier than the other. */
const AS_FULL = 0.9;
/** In no store. */
process.once('exit', endAll);

const { hashPassword, seedPlaces, migrateDatabase, openDatabase, dhakaDay } = await ours(`
  export { migrateDatabase, openDatabase } from '@/db/client';
  export { dhakaDay } from '@barta/bengali/dates';
  export { hashPassword } from '@/lib/people/accounts/password';
  export { seedPlaces } from '@/lib/places/seed-places';`);

mkdirSync(values.folder, { recursive: true });
const houses = [];
for (const size of sizes) {
  const file = resolve(values.folder, `${size}.db`);
  if (!existsSync(file)) {
    process.stderr.write(`making ${size} stories …\n`);
    const until = values.until ? Date.parse(values.until) : Date.now();
    await fillWithNews(file, { stories: size, desk: true, search: true, until });
  }
  // As an edge server does when it starts.
  const opened = openDatabase(`file:${file}`);
  migrateDatabase(opened);
  await seedPlaces(opened);
  opened.$client.close();
  const store = new Database(file);
  store.pragma('busy_timeout = 5000');
  await letIn(store);
  houses.push({ size, store, touch: touchOf(store), server: await openNext(file) });
}
const words = await wordsOf(houses[0]);
for (const house of houses) house.pages = pagesOf(house.store, words, dhakaDay);
// What took long has let connections lapse that nobody has looked at since.
await new Promise((resolve) => setTimeout(resolve, 500));
for (const house of houses) house.cookie = await cookieOf(house.server.url);

const wanted = values.only?.split(',');
const results = [];
for (const { name, group } of houses[0].pages) {
  if (wanted && !wanted.some((part) => `${group} ${name}`.includes(part))) continue;
  const times = houses.map(() => []);
  const bytes = houses.map(() => []);
  for (let render = 0; render < renders + WARM; render++) {
    for (const [i, { pages, touch, server, cookie }] of houses.entries()) {
      const { paths } = pages.find((page) => page.name === name);
      const path = paths[render % paths.length];
      touch();
      const began = spent(server.pid);
      const answer = await fetch(server.url + path, {
        headers: { 'user-agent': 'BartaEdge/1', ...(group === 'desk' ? { cookie } : {}) },
        redirect: 'manual',
      });
      const { byteLength } = await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
      if (render < WARM) continue;
      times[i].push(spent(server.pid) - began);
      bytes[i].push(byteLength);
    }
  }
  const medians = times.map(medianOf);
  const full = bytes.map(medianOf);
  const fullAt = full.findIndex((size) => size >= AS_FULL * full.at(-1));
  // A list of all that there is, as the sitemap's, grows by itself.
  const base = fullAt < sizes.length - 1 ? fullAt : 0;
  results.push({ group, name, times: medians, bytes: full, base });
  process.stderr.write(
    `${group}: ${name} ${medians.map((ms) => ms.toFixed(1)).join(' ')} ${full.join(' ')}\n`,
  );
}

console.log(`| page | ${sizes.map((size) => `${size.toLocaleString('en')} stories`).join(' | ')} | ratio |`);
console.log(`| --- |${sizes.map(() => ' ---: |').join('')} ---: |`);
for (const { group, name, times, base } of results) {
  const cells = times.map((ms) => `${ms.toFixed(1)} ms`).join(' | ');
  const than = base === 0 ? '' : ` of ${sizes[base].toLocaleString('en')}`;
  console.log(`| ${group}: ${name} | ${cells} | ${(times.at(-1) / times[base]).toFixed(2)}${than} |`);
}
if (values.json) writeFileSync(values.json, JSON.stringify({ sizes, results }));
if (values.svg) writeFileSync(values.svg, plotOfGrowth(sizes, results));
process.exit(0);

function medianOf(list) {
  return list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
}

/**
 * Words that fill a page of each kind in the smallest store, and not twice: what stands nearly everywhere, as words of
 * grammar, nobody looks for.
 */
async function wordsOf({ store, server }) {
  const totalOf = async (q) =>
    (await (await fetch(`${server.url}/api/search?limit=1&q=${encodeURIComponent(q)}`)).json()).total;
  const lately = store
    .prepare(
      "select lower(body || ' ' || name) from comments where state = 'visible' order by created_at desc limit ?",
    )
    .pluck()
    .all(COMMENTS_LOOKED_AT);
  const pictured = store
    .prepare('select count(*) from (select 1 from picture_search where picture_search match ? limit ?)')
    .pluck();
  const found = { stories: [], three: [], comments: [], pictures: [] };
  const fills = (count, page) => count > page && count < 2 * page;
  for (const word of vocabulary().slice(0, 400)) {
    if (word.length < 3) continue;
    if (found.stories.length < MOST_WORDS && fills(await totalOf(word), RANKED)) found.stories.push(word);
    const comments = lately.filter((said) => said.includes(word)).length;
    if (found.comments.length < MOST_WORDS && fills(comments, COMMENTS_SHOWN)) found.comments.push(word);
    const pictures = pictured.get(`"${word}"`, 2 * PICTURES_SHOWN);
    if (found.pictures.length < MOST_WORDS && fills(pictures, PICTURES_SHOWN)) found.pictures.push(word);
  }
  const { stories } = found;
  for (const [at] of stories.entries()) {
    const three = [0, 1, 2].map((step) => stories[(at + 5 * step) % stories.length]).join(' ');
    if ((await totalOf(three)) >= SHOWN) found.three.push(three);
  }
  for (const [kind, list] of Object.entries(found)) {
    if (list.length === 0) throw new Error(`no word fills a page of ${kind} in the smallest store`);
    process.stderr.write(`${kind}: ${list.join(', ')}\n`);
  }
  return found;
}

/** Milliseconds of a processor that the process's main thread has had. */
function spent(pid) {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

/** A chief of the newsroom who can sign in. */
async function letIn(store) {
  if (store.prepare('select 1 from staff where email = ?').get(CHIEF.email)) return;
  store
    .prepare(
      "insert into staff (email, name, role, password_hash, created_at) values (?, 'chief', 'chief', ?, 0)",
    )
    .run(CHIEF.email, await hashPassword(CHIEF.password));
}

/** A commit that readers see, whatever was asked last: what a process remembers is void. */
function touchOf(store) {
  const read = store.prepare(
    'insert into view_totals (story_id, total) values (1, 1) on conflict do update set total = total + 1',
  );
  const said = store.prepare(`insert into page_events (tags, at) values ('["bench"]', ?)`);
  return store.transaction(() => {
    read.run();
    said.run(Date.now());
  });
}

/** Signs in as a browser without script does. */
async function cookieOf(url) {
  const path = '/login?next=%2Fadmin';
  const page = await (await fetch(url + path)).text();
  const form = new FormData();
  const after = page.slice(page.indexOf('<form'));
  for (const [input] of after.slice(0, after.indexOf('</form>')).matchAll(/<input type="hidden"[^>]*>/g)) {
    const of = (name) =>
      (new RegExp(` ${name}="([^"]*)"`).exec(input)?.[1] ?? '')
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&');
    form.set(of('name'), of('value'));
  }
  form.set('email', CHIEF.email);
  form.set('password', CHIEF.password);
  const answer = await fetch(url + path, {
    method: 'POST',
    body: form,
    headers: { origin: url },
    redirect: 'manual',
  });
  if (answer.status !== 303) throw new Error(`could not sign in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}
