/**
 * How often a search finds one known headline among its first ten, on real headlines:
 *
 *   node bench/search-known-item.mjs --corpora FOLDER [--folder FOLDER] [--queries 200] [--seed 1] [--misses FILE]
 *
 * FOLDER holds `news-headlines.jsonl` (a `headline` a line) and, for the kinds of queries that they serve, `typos.tsv`,
 * `translit.tsv` and `names.tsv`. The queries are made from the headlines by rule (support/known-item-queries.mjs) and asked
 * of the application's own search. `--exam FILE` asks ready queries instead (`[{kind, query, headline}]`). The store stays in `--folder`
 * and is asked again instead of built when the bench runs once more.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { headlinesIn, knownItemQueries, writtenByPeople } from './support/known-item-queries.mjs';
import { ours } from './support/ours.mjs';

const { values } = parseArgs({
  options: {
    corpora: { type: 'string' },
    folder: { type: 'string' },
    queries: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    misses: { type: 'string' },
    exam: { type: 'string' },
  },
});
if (!values.corpora) {
  process.stderr.write('Say where the headlines are: --corpora FOLDER\n');
  process.exit(2);
}
const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'barta-bench-'));
mkdirSync(folder, { recursive: true });
const { openDatabase, migrateDatabase, tx, indexStory, readSearchAnswer, schema } = await ours(`
  export { openDatabase, migrateDatabase } from '@/db/client';
  export { tx } from '@/db/tx';
  export { indexStory } from '@/lib/search/indexing/index-story';
  export { readSearchAnswer } from '@/lib/search/reading';
  export * as schema from '@/db/schema';`);

/** Each headline as a published story of that one line. */
async function storeOf(headlines) {
  const file = join(folder, 'known-item.db');
  const isThere = existsSync(file);
  const db = openDatabase(`file:${file}`);
  if (isThere) return db;
  migrateDatabase(db);
  db.$client.pragma('synchronous = off');
  db.insert(schema.sections).values({ slug: 'national', name: 'জাতীয়' }).run();
  const add = db.$client.prepare(
    `insert into stories (section_id, state, headline, standfirst, body_text, published_at, created_at, updated_at)
     values (1, 'published', ?, '', ?, ?, 0, 0)`,
  );
  for (let first = 0; first < headlines.length; first += 500) {
    await tx(db, (t) => {
      for (const [i, headline] of headlines.slice(first, first + 500).entries()) {
        const at = 1_700_000_000_000 + (first + i) * 60_000;
        indexStory(t, Number(add.run(headline.slice(0, 200), headline, at).lastInsertRowid));
      }
    });
  }
  return db;
}

function searchOf(db) {
  return async (query) => {
    const { results } = await readSearchAnswer(new URLSearchParams({ q: query, limit: '10' }), db);
    return results.map((result) => result.headline);
  };
}

async function figuresOf(search, queries) {
  const kinds = new Map();
  const misses = [];
  const times = [];
  for (const { kind, query, headline } of queries) {
    const start = performance.now();
    const found = await search(query);
    times.push(performance.now() - start);
    if (!kinds.has(kind)) kinds.set(kind, { queries: 0, 'success@10': 0, first: 0, empty: 0 });
    const figures = kinds.get(kind);
    const at = found.indexOf(headline.slice(0, 200));
    figures.queries++;
    if (at >= 0) figures['success@10']++;
    else misses.push([kind, query, found.length, headline].join('\t'));
    if (at === 0) figures.first++;
    if (found.length === 0) figures.empty++;
  }
  times.sort((a, b) => a - b);
  const p = (part) => times[Math.floor(times.length * part)]?.toFixed(2);
  return { kinds, misses, p50: p(0.5), p99: p(0.99) };
}

function print(name, { kinds, p50, p99 }) {
  process.stdout.write(`\n${name}: p50 ${p50} ms, p99 ${p99} ms\n`);
  const share = (figures, of) => (figures[of] / figures.queries).toFixed(3);
  for (const [kind, figures] of kinds) {
    const shares = ['success@10', 'first', 'empty'].map((of) => `${of} ${share(figures, of)}`);
    process.stdout.write(
      `  ${kind.padEnd(32)} ${String(figures.queries).padStart(4)}  ${shares.join('  ')}\n`,
    );
  }
}

try {
  const headlines = headlinesIn(values.corpora);
  const queries = values.exam
    ? JSON.parse(readFileSync(values.exam, 'utf8'))
    : knownItemQueries(
        headlines,
        writtenByPeople(values.corpora),
        Number(values.queries),
        Number(values.seed),
      ).map((query) => ({ ...query, headline: headlines[query.at] }));
  process.stdout.write(`${headlines.length} headlines, ${queries.length} queries\n`);
  const db = await storeOf(headlines);
  const barta = await figuresOf(searchOf(db), queries);
  print('Barta', barta);
  if (values.misses) writeFileSync(values.misses, barta.misses.join('\n'));
  db.$client.close();
} finally {
  if (!values.folder) rmSync(folder, { recursive: true, force: true });
}
