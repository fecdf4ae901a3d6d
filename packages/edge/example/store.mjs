import { DatabaseSync } from 'node:sqlite';

const db = new DatabaseSync('counters.db', { timeout: 5000 });
db.exec(`
  pragma journal_mode = wal;
  create table if not exists counters (name text primary key, value integer not null);
  create table if not exists changes (id integer primary key autoincrement, tag text not null);
`);

export function counterValue(name) {
  return db.prepare('select value from counters where name = ?').get(name)?.value ?? 0;
}

/** The change is recorded in the transaction that makes it, so that neither is there without the other. */
export function increment(name) {
  db.exec('begin immediate');
  db.prepare('insert into counters values (?, 1) on conflict do update set value = value + 1').run(name);
  db.prepare('insert into changes (tag) values (?)').run(`counter:${name}`);
  db.exec('commit');
}

/** For the edge process, which writes nothing: SQLite changes `data_version` only for the writes of other connections. */
export const changeFeed = {
  version: () => db.prepare('pragma data_version').get().data_version,
  changesAfter(id) {
    const rows = db.prepare('select id, tag from changes where id > ? order by id').all(id);
    return {
      changes: rows.map((row) => ({ id: row.id, tags: [row.tag] })),
      lastId: db.prepare('select max(id) as id from changes').get().id ?? 0,
    };
  },
  close: () => db.close(),
};
