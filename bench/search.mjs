/**
 * Search beside LIKE and FTS5's default `unicode61`, in one run, on generated stories:
 * `node bench/search.mjs [stories=100000] [folder] [paragraphs=6]`. Says quality over the open gold set, then time and
 * size as a table. A paragraph has some 40 words. With a folder the generated store stays in it, and is asked again instead of built when the bench runs once more.
 * Word frequencies follow Zipf over a vocabulary whose head are the words of the corpus, inflected as in print.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { randomFrom, vocabulary, words } from './news.mjs';

const count = Number(process.argv[2] ?? 100_000);
const kept = process.argv[3];
const paragraphs = Number(process.argv[4] ?? 6);
const folder = kept ?? mkdtempSync(join(tmpdir(), 'barta-bench-'));
mkdirSync(folder, { recursive: true });
const {
  openDatabase,
  migrateDatabase,
  tx,
  indexStory,
  searchStories,
  optimiseSearch,
  editStory,
  unsaid,
  schema,
} = await ours();
const golden = (name) => JSON.parse(readFileSync(`lib/search/golden/${name}.golden.json`, 'utf8'));
const corpus = golden('search-corpus').documents;

/** The project's own code, bundled: what is measured is what runs. Or all of it but the index, to compare a save. */
async function ours({ index = true } = {}) {
  const entry = `
    export { openDatabase, migrateDatabase } from '@/db/client';
    export { tx } from '@/db/tx';
    export { optimiseSearch } from '@/db/search-index';
    export { indexStory } from '@/lib/search/index-story';
    export { searchStories } from '@/lib/search/search-stories';
    export { editStory } from '@/lib/stories/edit-story';
    export { unsaid } from '@/lib/stories/story-fields';
    export * as schema from '@/db/schema';`;
  const outfile = resolve(`node_modules/.cache/barta-bench-${process.pid}-${index}.mjs`);
  const withoutIndex = {
    name: 'without-index',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /search\/index-story$/ }, () => ({ path: 'none', namespace: 'none' }));
      onLoad({ filter: /.*/, namespace: 'none' }, () => ({
        contents: 'export const indexStory = () => {};',
      }));
    },
  };
  await build({
    stdin: { contents: entry, resolveDir: process.cwd(), loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile,
    plugins: index ? [] : [withoutIndex],
  });
  return import(pathToFileURL(outfile).href);
}

function storeOf(name, stories) {
  const isThere = existsSync(join(folder, name));
  const db = openDatabase(`file:${join(folder, name)}`);
  migrateDatabase(db);
  if (isThere) return { db };
  db.$client.pragma('synchronous = OFF');
  db.insert(schema.sections).values({ slug: 'national', name: 'জাতীয়' }).run();
  db.run(
    "create virtual table plain using fts5(headline, standfirst, body, content='', tokenize='unicode61')",
  );
  const insert = db.$client.prepare(
    `insert into stories (section_id, state, headline, standfirst, body_text, published_at, created_at, updated_at)
     values (1, 'published', ?, ?, ?, ?, 0, 0)`,
  );
  const times = [0, 0, 0];
  return (async () => {
    let batch = [];
    const flush = async () => {
      const done = batch;
      batch = [];
      await tx(db, (t) => {
        const a = performance.now();
        const ids = done.map(
          (s) =>
            insert.run(s.headline, s.standfirst, s.body, 1_700_000_000_000 + s.at * 60_000).lastInsertRowid,
        );
        const b = performance.now();
        for (const id of ids) indexStory(t, Number(id));
        const c = performance.now();
        for (const [i, s] of done.entries()) plainInsert.run(ids[i], s.headline, s.standfirst, s.body);
        times[0] += b - a;
        times[1] += c - b;
        times[2] += performance.now() - c;
      });
    };
    const plainInsert = db.$client.prepare(
      'insert into plain (rowid, headline, standfirst, body) values (?, ?, ?, ?)',
    );
    let at = 0;
    for (const story of stories) {
      batch.push({ ...story, at: at++ });
      if (batch.length === 500) await flush();
    }
    await flush();
    await tx(db, optimiseSearch);
    db.run("insert into plain(plain) values ('optimize')");
    return { db, times };
  })();
}

function ways(db) {
  const like = db.$client.prepare(`select id from stories where state = 'published'
    and (select min(headline || ' ' || standfirst || ' ' || body_text like '%' || value || '%') from json_each(?)) = 1
    order by published_at desc limit ?`);
  const plain = db.$client.prepare('select rowid as id from plain where plain match ? order by rank limit ?');
  return {
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
  const { db } = await storeOf('gold.db', corpus);
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
}

async function speed() {
  const { db, times } = await storeOf('speed.db', storiesLikeNews(count, randomFrom(7)));
  const random = randomFrom(11);
  const text = db.$client
    .prepare(
      'select sum(length(cast(headline as blob)) + length(cast(standfirst as blob)) + length(cast(body_text as blob))) n from stories',
    )
    .get().n;
  const size = (like) =>
    db.$client.prepare('select sum(pgsize) n from dbstat where name like ?').get(like)?.n ?? 0;
  let sizes = '';
  try {
    sizes = `text ${mb(text)}, index ${mb(size('story_search%'))} (${(size('story_search%') / text).toFixed(2)} of the text), unicode61 ${mb(size('plain%'))} (${(size('plain%') / text).toFixed(2)})`;
  } catch {
    sizes = `text ${mb(text)}, file ${mb(statSync(join(folder, 'speed.db')).size)}`;
  }
  if (times)
    process.stdout.write(
      `\n${count} stories. Per story: row ${(times[0] / count).toFixed(2)} ms, our index ${(times[1] / count).toFixed(2)} ms, unicode61 ${(times[2] / count).toFixed(2)} ms.\n`,
    );
  process.stdout.write(`${sizes}\n`);

  const all = ways(db);
  const asked = [1, 3].map((words) => queriesOf(words, 200, random));
  const rows = [];
  for (const [name, find] of Object.entries(all)) {
    for (const [i, queries] of asked.entries()) {
      const some = name === 'LIKE' ? queries.slice(0, 12) : queries;
      const spent = [];
      for (const q of some) {
        const start = performance.now();
        await find(q, 20);
        spent.push(performance.now() - start);
      }
      spent.sort((a, b) => a - b);
      const p = (part) => spent[Math.min(spent.length - 1, Math.floor(spent.length * part))].toFixed(2);
      rows.push([name, i === 0 ? 'one word' : 'three words', p(0.5), p(0.99), String(some.length)]);
    }
  }
  print(`${count} stories, milliseconds`, ['', 'query', 'p50', 'p99', 'queries'], rows);
  await saves(db, random);
  db.$client.close();
}

/**
 * Saves that survive a power cut, with and without their place in the index, in turn: the desk's own (`editStory`: checks,
 * HTML, row, names, audit, announcement), and the bare row.
 */
async function saves(db, random) {
  db.$client.pragma('synchronous = FULL');
  const bare = await ours({ index: false });
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
      const typed = {
        ...unsaid,
        section: 'national',
        kicker: '',
        district: '',
        topics: ['নদী'],
        bylines: ['মিতু'],
        comments: 'open',
      };
      const picture = { pictureId: null, pictureCaption: '', pictureCredit: '', pictureAlt: '' };
      const text = { headline, standfirst, body: body.replaceAll('\n', '\n\n'), bodyDoc: null };
      const { ok } = await how.editStory(
        db,
        { kind: 'staff', ...chief },
        { ...typed, ...picture, ...text, storyId: id, basedOn: versionOf.get(id) },
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
    const id = 1 + Math.floor(random() * count);
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

function queriesOf(many, howMany, random) {
  // Readers ask for names and things: from the middle of the frequencies as much as from their head.
  return Array.from({ length: howMany }, () =>
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
  if (!kept) rmSync(folder, { recursive: true, force: true });
}
