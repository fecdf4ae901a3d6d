import { listOfWords, randomFrom, words } from '../support/news.mjs';
import { ours } from '../support/ours.mjs';
import { fillWithComments } from './comment-rows.mjs';
import {
  BYLINES,
  commentersOf,
  DISTRICTS,
  LAST,
  MEMBERS,
  SEARCH_IN_MEMORY,
  SECTIONS,
  TOPICS,
} from './news-sizes.mjs';
import { fillWithReadings } from './reading-rows.mjs';
import { fillWithStories } from './story-rows.mjs';

const searchTables = ['story_search', 'desk_search'];

/**
 * Fills an empty database file. `onProgress` is called with a line for each step. `until`: when the newest story was
 * published, in ms. Resolves with the counts.
 */
export async function fillWithNews(
  file,
  {
    stories,
    comments = 5 * stories,
    paragraphs = 2,
    desk = false,
    search = false,
    until = LAST,
    onProgress = () => {},
  },
) {
  const { openDatabase, migrateDatabase, bulkTerms, recountWords, ...tools } = await application();
  const opened = openDatabase(`file:${file}`);
  migrateDatabase(opened);
  const db = opened.$client;
  // A store that is half made is thrown away: what could be undone is in memory only, and its indexes are made at the
  // end, of rows that are sorted first.
  db.exec(`pragma foreign_keys = off; pragma secure_delete = off; pragma synchronous = off; pragma journal_mode = memory;
    pragma locking_mode = exclusive; pragma cache_size = -262144;`);
  const store = {
    ...{ db, stories, comments, paragraphs, desk, search, until, onProgress },
    random: randomFrom(11),
    names: { topics: [], bylines: [], districts: [] },
    tools: { ...tools, termsOf: bulkTerms() },
    insert: (table, columns, { orIgnore = false } = {}) =>
      db.prepare(
        `insert ${orIgnore ? 'or ignore ' : ''}into ${table} (${columns}) values (${columns.replace(/\w+/g, '?')})`,
      ),
    inOne: (work) => {
      db.exec('begin');
      work();
      db.exec('commit');
    },
  };

  store.inOne(() => fillWithNames(store));
  const indexes = dropIndexes(db);
  if (search) for (const table of searchTables) setHashSize(db, table, SEARCH_IN_MEMORY);
  fillWithStories(store);
  fillWithComments(store);
  if (desk) fillWithReadings(store);
  else fillWithTotals(store);
  for (const { name, sql } of indexes) {
    onProgress(`index ${name}`);
    db.exec(sql);
  }
  if (search) await finishSearch(store, () => recountWords(opened));
  // No `analyze`: a newsroom's own store has none, and the planner shall choose as it does there.
  db.exec('pragma locking_mode = normal; pragma journal_mode = wal;');
  db.close();
  return { stories, comments };
}

function application() {
  return ours(`
    export { openDatabase, migrateDatabase } from '@/db/client';
    export { filterKeys } from '@/db/search-index';
    export { searchKeysOf } from '@/lib/pictures/picture-words';
    export { dayOf, firstHourOfDay } from '@/lib/readership/dhaka-hours';
    export { bulkTerms } from '@/lib/search/indexing/bulk-terms';
    export { recountWords } from '@/lib/search/indexing/reindex';`);
}

function fillWithNames({ insert, random, names, comments, until, desk }) {
  const section = insert('sections', 'slug, name, position');
  for (const [position, [slug, name]] of SECTIONS.entries()) section.run(slug, name, position);
  const topic = insert('topics', 'slug, name');
  for (let i = 0; i < TOPICS; i++) {
    names.topics[i + 1] = listOfWords(1, random);
    topic.run(`topic-${i}`, names.topics[i + 1].join(' '));
  }
  const byline = insert('bylines', 'slug, name');
  for (let i = 0; i < BYLINES; i++) {
    names.bylines[i + 1] = listOfWords(2, random);
    byline.run(`byline-${i}`, names.bylines[i + 1].join(' '));
  }
  const commenter = insert('commenters', 'email, name, approved, created_at');
  for (let i = 0; i < commentersOf(comments); i++) {
    commenter.run(`reader-${i}@example.invalid`, words(2, random), 1, until);
  }
  if (!desk) return;
  const member = insert('staff', 'email, name, role, password_hash, created_at');
  for (let i = 1; i <= MEMBERS; i++) member.run(`m${i}@example.invalid`, `m${i}`, 'reporter', '-', 0);
  const place = insert('districts', 'code, level, name, parent_code');
  for (let i = 0; i < 2; i++) place.run(`div-${i}`, 'division', words(1, random), null);
  for (let i = 0; i < DISTRICTS; i++) {
    names.districts[i] = listOfWords(1, random);
    place.run(`d-${i}`, 'district', names.districts[i].join(' '), `div-${i % 2}`);
  }
}

/** Returns the dropped ones, to be made again of the whole tables. */
function dropIndexes(db) {
  const large =
    "'stories','story_topics','story_bylines','story_districts','comments','view_counts','view_source_counts','view_totals','pictures','audit_entries','moderation_actions'";
  const indexes = db
    .prepare(
      `select name, sql from sqlite_master where type = 'index' and sql is not null and tbl_name in (${large})`,
    )
    .all();
  for (const { name } of indexes) db.exec(`drop index "${name}"`);
  return indexes;
}

function fillWithTotals({ insert, inOne, random, stories }) {
  inOne(() => {
    const totals = insert('view_totals', 'story_id, total, day_score');
    for (let id = Math.max(1, stories - 999); id <= stories; id++) {
      totals.run(id, Math.floor(random() * 5000), Math.floor(random() * 500));
    }
  });
}

async function finishSearch({ db, onProgress }, recount) {
  onProgress('one segment of the search');
  for (const table of searchTables) {
    db.exec(`insert into ${table}(${table}) values ('optimize')`);
    setHashSize(db, table, 1024 * 1024);
  }
  onProgress('the words of headlines');
  await recount();
}

/** How much a search table holds before it writes, in bytes. */
function setHashSize(db, table, bytes) {
  // In the statement: a number that is bound is a real, and FTS5 wants an integer.
  db.exec(`insert into ${table}(${table}, rank) values ('hashsize', ${bytes})`);
}
