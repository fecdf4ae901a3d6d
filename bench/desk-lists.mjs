/**
 * What a page of the desk's list of stories costs, filter by filter, as the newsroom grows:
 *
 *   node bench/desk-lists.mjs [--sizes 10000,100000] [--folder var/desk-lists] [--rounds 60]
 *
 * Stores are made where they are missing, with drafts, forms, districts, members and tasks over `fillWithNews`, and stay
 * in the folder. Sizes take turns, filter by filter. Prints the median of a page in ms, and the ratio of last to first.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { fillWithNews } from './data.mjs';
import { ours } from './support/ours.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000' },
    folder: { type: 'string', default: 'var/desk-lists' },
    rounds: { type: 'string', default: '60' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const MEMBER = 7;

const { openDatabase, pageOf, filterOf, parseListQuery, listCounts, recentNames } = await ours(`
  export { openDatabase } from '@/db/client';
  export { recentNames, listCounts } from '@/db/queries/stories/desk-list/listed-stories';
  export { pageOf, filterOf } from '@/lib/stories/list/list-page';
  export { parseListQuery } from '@/lib/stories/list/list-query';`);

mkdirSync(values.folder, { recursive: true });
const houses = [];
for (const size of sizes) {
  const file = resolve(values.folder, `${size}.db`);
  if (!existsSync(file)) {
    process.stderr.write(`making ${size} stories …\n`);
    await fillWithNews(file, { stories: size, comments: 0, search: true });
  }
  spread(file);
  houses.push({ size, db: openDatabase(`file:${file}`) });
}

/** What is asked, as an address says it. */
const asked = {
  all: {},
  drafts: { state: 'draft' },
  published: { state: 'published' },
  retracted: { state: 'retracted' },
  'a section': { section: 'sports' },
  'a section, published first': { section: 'sports', order: 'published' },
  'a section, drafts': { section: 'sports', state: 'draft' },
  'a byline': { byline: 'byline-7' },
  'a byline, published first': { byline: 'byline-7', order: 'published' },
  'a topic with a tenth of all': { topic: 'topic-0' },
  'a topic with a tenth of all, published first': { topic: 'topic-0', order: 'published' },
  'a small topic': { topic: 'topic-9' },
  'a district': { district: 'd-3' },
  'a division': { district: 'div-1' },
  'a form': { form: 'photo' },
  'a rare form': { form: 'live' },
  'a day of changes': { from: '2026-11-20', to: '2026-11-20' },
  'a month of publications': { dates: 'published', from: '2026-10-20', to: '2026-11-20' },
  mine: { whose: 'mine' },
  'mine, a section': { whose: 'mine', section: 'politics' },
  'given to me': { whose: 'assigned' },
  'due, by its time': { whose: 'due', order: 'due' },
  'a common word': { q: 'সরকার' },
  'two words': { q: 'সরকার নির্বাচন' },
  'a word that is nowhere': { q: 'ঝঞ্ঝাটহীনতম' },
  'a number': { q: '৭৭৭' },
  'a section, a byline, a topic': { section: 'sports', byline: 'byline-7', topic: 'topic-0' },
  'all of it, and none there': {
    section: 'opinion',
    byline: 'byline-7',
    topic: 'topic-9',
    form: 'live',
    district: 'd-3',
  },
  'headlines of a day': { from: '2026-11-24', to: '2026-11-24', section: 'opinion', order: 'headline' },
};

const results = [];
for (const [name, what] of Object.entries(asked)) {
  const times = houses.map(() => []);
  const found = [];
  for (let round = 0; round < Number(values.rounds) + 5; round++) {
    for (const [i, { db }] of houses.entries()) {
      const began = performance.now();
      const wanted = parseListQuery(what);
      const { filter } = await filterOf(db, wanted, MEMBER);
      const page = await pageOf(db, filter, wanted.order, '');
      if (round >= 5) times[i].push(performance.now() - began);
      found[i] = `${page.found.count}${page.found.isMore ? '+' : ''}`;
    }
  }
  results.push({ name, times: times.map(median), found });
}
for (const [name, work] of [
  ['the counts of the tabs', (db) => listCounts(db, MEMBER)],
  ['the bylines that are offered', (db) => recentNames(db, 'byline', 200)],
  ['the topics that are offered', (db) => recentNames(db, 'topic', 200)],
]) {
  const times = houses.map(() => []);
  for (let round = 0; round < Number(values.rounds) + 5; round++) {
    for (const [i, { db }] of houses.entries()) {
      const began = performance.now();
      await work(db);
      if (round >= 5) times[i].push(performance.now() - began);
    }
  }
  results.push({ name, times: times.map(median), found: houses.map(() => '') });
}

console.log(
  `| filter | ${sizes.map((size) => `${size.toLocaleString('en')} stories | found`).join(' | ')} | ratio |`,
);
console.log(`|---|${sizes.map(() => '---:|---:|').join('')}---:|`);
for (const { name, times, found } of results) {
  const cells = times.map((ms, i) => `${ms.toFixed(2)} ms | ${found[i]}`).join(' | ');
  console.log(`| ${name} | ${cells} | ${(times.at(-1) / times[0]).toFixed(2)} |`);
}
process.exit(0);

function median(list) {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)];
}

/** What `fillWithNews` has none of: a story in two hundred is not published, each has a form, a district and a writer. */
function spread(file) {
  const db = new Database(file);
  if (db.prepare('select 1 from staff limit 1').get()) return db.close();
  db.pragma('synchronous = OFF');
  db.exec(`begin;
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 30)
      insert into staff (email, name, role, password_hash, created_at) select 'm' || i || '@example.invalid', 'm' || i, 'reporter', '-', 0 from n;
    insert into districts (code, level, name) values ('div-0', 'division', 'div-0'), ('div-1', 'division', 'div-1');
    with recursive n(i) as (select 0 union all select i + 1 from n where i < 63)
      insert into districts (code, level, name, parent_code) select 'd-' || i, 'district', 'd-' || i, 'div-' || (i % 2) from n;
    insert into story_districts (story_id, district_code, position, published_at) select id, 'd-' || ((id * 7919) % 64), 0, published_at from stories;
    update stories set created_by = 1 + (id * 31) % 30, updated_at = published_at + (id % 11) * 60000,
      form = case when id % 2000 = 9 then 'live' when id % 25 = 1 then 'photo' when id % 40 = 2 then 'opinion' else 'report' end,
      state = case when id % 200 = 1 then 'draft' when id % 400 = 2 then 'filed' when id % 1000 = 3 then 'scheduled' when id % 300 = 5 then 'retracted' else 'published' end;
    update stories set published_at = null, first_published_at = null where state in ('draft', 'filed', 'scheduled');
    update stories set assignee_id = 1 + (id * 17) % 30, due_at = updated_at + 86400000 where state in ('draft', 'filed') or id % 20 = 0;
    update story_topics set published_at = null where story_id in (select id from stories where state <> 'published');
    update story_bylines set published_at = null where story_id in (select id from stories where state <> 'published');
    update story_districts set published_at = null where story_id in (select id from stories where state <> 'published');
    commit; analyze;`);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}
