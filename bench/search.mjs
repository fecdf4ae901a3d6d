/**
 * Search beside LIKE and FTS5's default `unicode61`, in one run, on generated stories of one or more sizes:
 *
 *   node bench/search.mjs [--sizes 100000,1000000] [--folder FOLDER] [--paragraphs 3] [--queries 200] [--no-saves]
 *
 * "In steps" is what readers get: all words, else the nearest stories. Says quality over the open gold set, then time and size as a table. A paragraph has some 40 words. With a folder the
 * generated stores stay in it, and are asked again instead of built when the bench runs once more. Word frequencies
 * follow Zipf over a vocabulary whose head are the words of the corpus, inflected as in print. Sizes and ways take
 * turns, query by query, so that a busy moment falls on all of them, and each is asked five times, of which the quickest
 * counts.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom, storyLikeNews, vocabulary, words } from './support/news.mjs';
import { ours } from './support/ours.mjs';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100000' },
    folder: { type: 'string' },
    paragraphs: { type: 'string', default: '3' },
    queries: { type: 'string', default: '200' },
    'no-saves': { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const paragraphs = Number(values.paragraphs);
const howMany = Number(values.queries);
/** So many of them are asked of LIKE, which takes seconds. */
const OF_LIKE = 12;
const AT_ONCE = 5000;
/** What a search holds in memory before it writes a piece: large pieces need little merging. */
const IN_MEMORY = 48 * 1024 * 1024;
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'barta-bench-'));
mkdirSync(folder, { recursive: true });
const {
  openDatabase,
  migrateDatabase,
  tx,
  documentFromOwnNotation,
  bulkTerms,
  indexStory,
  searchStories,
  searchInSteps,
  storiesOf,
  editStory,
  emptyFields,
  schema,
} = await application();
const golden = (name) => JSON.parse(readFileSync(`lib/search/golden/${name}.golden.json`, 'utf8'));
const corpus = golden('search-corpus').documents;

/**
 * Milliseconds that a query takes, the quickest of `times`: what else the machine does only ever adds. A thread's own
 * clock of processor time would leave that out by itself, but moves on in steps of four milliseconds.
 */
async function quickest(query, times) {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await query();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** With `index: false` without the search index, to compare a save. */
function application({ index = true } = {}) {
  const withoutIndex = {
    name: 'without-index',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /search\/index-story$/ }, () => ({ path: 'none', namespace: 'none' }));
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({
        contents: 'export const indexStory = () => {};',
      }));
    },
  };
  return ours(
    `
    export { openDatabase, migrateDatabase } from '@/db/client';
    export { tx } from '@/db/tx';
    export { bulkTerms } from '@/lib/search/indexing/bulk-terms';
    export { indexStory } from '@/lib/search/indexing/index-story';
    export { searchInSteps } from '@/lib/search/query/search-steps';
    export { searchStories, storiesOf } from '@/lib/search/search-stories';
    export { documentFromOwnNotation } from '@/lib/stories/body/notation/document-notation';
    export { editStory } from '@/lib/stories/workflow/edit-story';
    export { emptyFields } from '@/lib/stories/fields/catalogue';
    export * as schema from '@/db/schema';`,
    { plugins: index ? [] : [withoutIndex] },
  );
}

/** A new store with a section, and beside the search a table as FTS5 makes it of its own accord. */
function newStore(name) {
  const db = openDatabase(`file:${join(folder, name)}`);
  migrateDatabase(db);
  db.insert(schema.sections).values({ slug: 'national', name: 'জাতীয়' }).run();
  db.run(
    "create virtual table plain using fts5(headline, standfirst, body, content='', tokenize='unicode61')",
  );
  const row = db.$client.prepare(
    `insert into stories (section_id, state, headline, standfirst, body_text, published_at, created_at, updated_at)
     values (1, 'published', ?, ?, ?, ?, 0, 0)`,
  );
  const plain = db.$client.prepare(
    'insert into plain (rowid, headline, standfirst, body) values (?, ?, ?, ?)',
  );
  let at = 0;
  return {
    db,
    add(headline, standfirst, body) {
      const time = 1_700_000_000_000 + at++ * 60_000;
      const id = Number(row.run(headline, standfirst, body, time).lastInsertRowid);
      plain.run(id, headline, standfirst, body);
      return { id, time };
    },
  };
}

/** The gold set's own corpus, indexed as any save does it. */
async function goldStore() {
  const { db, add } = newStore(`gold-${process.pid}.db`);
  const ids = corpus.map(({ headline, standfirst, body }) => add(headline, standfirst, body).id);
  await tx(db, (t) => {
    for (const id of ids) indexStory(t, id);
  });
  return db;
}

/** Stories by the thousand: the same terms, each word's worked out once (see lib/search/indexing/bulk-terms.test.ts). */
async function largeStore(size) {
  const name = `search-${size}-${paragraphs}.db`;
  if (existsSync(join(folder, name))) return openDatabase(`file:${join(folder, name)}`);
  const { db, add } = newStore(name);
  const { $client } = db;
  $client.exec('pragma synchronous = off; pragma secure_delete = off; pragma cache_size = -262144;');
  for (const table of ['story_search', 'plain'])
    $client.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${IN_MEMORY})`);
  const indexes = $client
    .prepare(
      "select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name = 'stories'",
    )
    .all();
  for (const index of indexes) $client.exec(`drop index "${index.name}"`);
  const found = $client.prepare(`insert into story_search
    (rowid, headline, headline_stem, standfirst, body, body_stem, topics, bylines, districts, at, section_id)
    values (?, ?, ?, ?, ?, ?, '', '', '', ?, 1)`);
  const termsOf = bulkTerms();
  const random = randomFrom(7);
  for (let first = 0; first < size; first += AT_ONCE) {
    $client.exec('begin');
    for (let i = first; i < Math.min(size, first + AT_ONCE); i++) {
      const made = storyLikeNews(random, paragraphs);
      const lines = made.paragraphs.map((line) => `${line.join(' ')}।`);
      const { id, time } = add(made.headline.join(' '), made.standfirst.join(' '), lines.join('\n'));
      const head = termsOf(made.headline);
      const stand = termsOf(made.standfirst);
      const body = termsOf(made.paragraphs.flat());
      found.run(id, head.exact, head.added, `${stand.exact} ${stand.added}`, body.exact, body.added, time);
    }
    $client.exec('commit');
    process.stderr.write(`\r${first + AT_ONCE} stories`);
  }
  for (const { sql } of indexes) $client.exec(sql);
  for (const table of ['story_search', 'plain']) {
    $client.exec(`insert into ${table}(${table}) values ('optimize')`);
    $client.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${1024 * 1024})`);
  }
  $client.pragma('wal_checkpoint(TRUNCATE)');
  $client.close();
  return openDatabase(`file:${join(folder, name)}`);
}

function ways(db) {
  const like = db.$client.prepare(`select id from stories where state = 'published'
    and (select min(headline || ' ' || standfirst || ' ' || body_text like '%' || value || '%') from json_each(?)) = 1
    order by published_at desc limit ?`);
  const plain = db.$client.prepare('select rowid as id from plain where plain match ? order by rank limit ?');
  return {
    steps: async (q, limit) =>
      (await storiesOf(db, await searchInSteps(db, { q }), { limit })).map((s) => s.id),
    barta: async (q, limit) => (await searchStories(db, { q, limit })).stories.map((s) => s.id),
    unicode61: async (q, limit) =>
      plain
        .all(
          q
            .split(/\s+/)
            .map((word) => `"${word.replaceAll('"', '')}"`)
            .join(' '),
          limit,
        )
        .map((row) => row.id),
    LIKE: async (q, limit) => like.all(JSON.stringify(q.split(/\s+/)), limit).map((row) => row.id),
  };
}

async function quality() {
  const db = await goldStore();
  const names = corpus.map((document) => document.id);
  const { queries } = golden('search-gold');
  const rows = [];
  for (const [name, find] of Object.entries(ways(db))) {
    let recall = 0;
    let precision = 0;
    for (const { q, mustFind, mustNotFind } of queries) {
      const found = new Set((await find(q, 1000)).map((id) => names[id - 1]));
      const hits = mustFind.filter((one) => found.has(one)).length;
      const wrong = mustNotFind.filter((one) => found.has(one)).length;
      recall += hits / mustFind.length;
      precision += hits + wrong === 0 ? 0 : hits / (hits + wrong);
    }
    rows.push([name, (recall / queries.length).toFixed(3), (precision / queries.length).toFixed(3)]);
  }
  print(`Open gold set, ${queries.length} queries`, ['', 'recall', 'precision'], rows);
  db.$client.close();
  for (const end of ['', '-wal', '-shm'])
    rmSync(`${join(folder, `gold-${process.pid}.db`)}${end}`, { force: true });
}

async function speed() {
  const stores = [];
  for (const size of sizes) stores.push({ size, db: await largeStore(size) });
  for (const { size, db } of stores) process.stdout.write(`${size} stories: ${bytesOf(db)}\n`);

  const random = randomFrom(11);
  const rows = [];
  const p99s = {};
  for (const [many, name] of [
    [1, 'one word'],
    [3, 'three words'],
    [3, 'and one in no story'],
  ]) {
    const ending = name === 'and one in no story' ? ' ঞঞঞঞ' : '';
    const queries = queriesOf(many, howMany, random).map((query) => query + ending);
    const measured = stores.map(({ size, db }) => ({ size, ways: ways(db), spent: {} }));
    for (const [at, q] of queries.entries()) {
      for (const { ways: all, spent } of measured) {
        for (const [way, find] of Object.entries(all)) {
          if (way === 'LIKE' && at >= OF_LIKE) continue;
          const best = await quickest(() => find(q, 20), way === 'LIKE' ? 2 : 5);
          spent[way] = [...(spent[way] ?? []), best];
        }
      }
    }
    for (const { size, spent } of measured) {
      for (const [way, times] of Object.entries(spent)) {
        times.sort((a, b) => a - b);
        const p = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))];
        rows.push([String(size), name, way, p(0.5).toFixed(2), p(0.99).toFixed(2), String(times.length)]);
        p99s[`${size} ${name} ${way}`] = [p(0.5), p(0.99)];
      }
    }
  }
  print(
    'Milliseconds, the quickest of five (LIKE: of two)',
    ['stories', 'query', '', 'p50', 'p99', 'queries'],
    rows,
  );
  const ratios = [];
  for (const name of ['one word', 'three words']) {
    for (const size of sizes) {
      const of = (way) => p99s[`${size} ${name} ${way}`];
      const ours = of('barta');
      const per = (a, b) => a.map((ms, i) => (ms / b[i]).toFixed(2));
      ratios.push([String(size), name, ...per(ours, of('unicode61')), ...per(of('LIKE'), ours)]);
    }
    const [small, large] = [sizes[0], sizes.at(-1)].map((size) => p99s[`${size} ${name} barta`][1]);
    if (sizes.length > 1) process.stdout.write(`${name}: p99 grows by ${(large / small).toFixed(2)}\n`);
  }
  print('Ratios', ['stories', 'query', 'ours / unicode61 p50', 'p99', 'LIKE / ours p50', 'p99'], ratios);
  const [{ size, db }] = stores;
  if (!values['no-saves']) await saves(db, random, size);
  for (const store of stores) store.db.$client.close();
}

function bytesOf(db) {
  const one = (sql, ...bound) => db.$client.prepare(sql).get(...bound)?.n ?? 0;
  const text = one(
    'select sum(octet_length(headline) + octet_length(standfirst) + octet_length(body_text)) n from stories',
  );
  // Of FTS5's own tables the blobs: what pages hold besides is the file's affair.
  const index = (table) =>
    one(`select sum(length(block)) n from ${table}_data`) +
    one(`select sum(length(sz)) n from ${table}_docsize`);
  const part = (bytes) => `${mb(bytes)} (${(bytes / text).toFixed(2)} of it)`;
  return `text ${mb(text)}, our index ${part(index('story_search'))}, unicode61 ${part(index('plain'))}`;
}

/**
 * Saves that survive a power cut, with and without their place in the index, in turn: the desk's own (`editStory`: checks,
 * HTML, row, names, audit, announcement), and the bare row.
 */
async function saves(db, random, size) {
  db.$client.pragma('synchronous = FULL');
  const bare = await application({ index: false });
  const row = db.$client.prepare(
    'update stories set headline = ?, body_text = ?, version = version + 1 where id = ?',
  );
  const versionOf = db.$client.prepare('select version from stories where id = ?').pluck();
  const [chief] = db
    .insert(schema.staff)
    .values({
      email: `${Date.now()}@bench.test`,
      name: 'চিফ',
      role: 'chief',
      passwordHash: '',
      createdAt: new Date(0),
    })
    .returning()
    .all();
  const edit =
    (how) =>
    async (id, { headline, standfirst, body }) => {
      const fields = {
        ...emptyFields,
        section: 'national',
        kicker: '',
        district: '',
        topics: ['নদী'],
        bylines: ['মিতু'],
        comments: 'open',
      };
      const picture = { pictureId: null, pictureCaption: '', pictureCredit: '', pictureAlt: '' };
      const text = { headline, standfirst, body: documentFromOwnNotation(body.replaceAll('\n', '\n\n')) };
      const { ok } = await how.editStory(
        db,
        { kind: 'staff', ...chief },
        { ...fields, ...picture, ...text, storyId: id, basedOn: versionOf.get(id) },
      );
      if (!ok) throw new Error('not saved');
    };
  const update =
    (index) =>
    (id, { headline, body }) =>
      tx(db, (t) => {
        row.run(headline, body, id);
        index(t, id);
      });
  const kinds = [
    ['editStory without index', edit(bare)],
    ['editStory', edit({ editStory })],
    ['row without index', update(() => undefined)],
    ['row', update(indexStory)],
  ].map(([name, save]) => ({ name, save, spent: [] }));
  for (const story of storiesLikeNews(400, random)) {
    const id = 1 + Math.floor(random() * size);
    for (const [i, { save, spent }] of kinds.entries()) {
      // The same text twice would be one save.
      const body = `${story.body} ${i}`;
      const start = performance.now();
      await save(id, { ...story, body });
      spent.push(performance.now() - start);
    }
  }
  const rows = kinds.map(({ name, spent }) => {
    spent.sort((a, b) => a - b);
    return [name, spent[200].toFixed(2), spent[396].toFixed(2)];
  });
  print('A save, milliseconds', ['', 'p50', 'p99'], rows);
}

function* storiesLikeNews(many, random) {
  for (let i = 0; i < many; i++) {
    yield {
      headline: words(6 + Math.floor(random() * 4), random),
      standfirst: words(10 + Math.floor(random() * 8), random),
      body: Array.from(
        { length: paragraphs },
        () => `${words(25 + Math.floor(random() * 30), random)}।`,
      ).join('\n'),
    };
  }
}

function queriesOf(many, number, random) {
  // Readers ask for names and things: from the middle of the frequencies as much as from their head.
  return Array.from({ length: number }, () =>
    Array.from({ length: many }, () => vocabulary()[20 + Math.floor(random() ** 3 * 20_000)]).join(' '),
  );
}

function mb(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

function print(title, head, rows) {
  const table = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...table.map((row) => row[i].length)));
  process.stdout.write(`\n${title}\n`);
  for (const row of table)
    process.stdout.write(`${row.map((cell, i) => cell.padEnd(widths[i])).join('  ')}\n`);
}

try {
  await quality();
  await speed();
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
