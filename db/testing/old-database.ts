import { readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { type Connection, openDatabase } from '../client';

interface Journal {
  entries: { idx: number; when: number; tag: string }[];
}

/**
 * An empty database in memory with the migrations before the one of that number, as an installed site has it.
 * `migrateDatabase` applies the others.
 */
export function databaseBefore(migration: number): Connection {
  const db = openDatabase('file::memory:');
  const { entries } = JSON.parse(readFileSync('db/migrations/meta/_journal.json', 'utf8')) as Journal;
  db.run(
    sql`create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)`,
  );
  for (const { tag, when } of entries.filter(({ idx }) => idx < migration)) {
    for (const statement of readFileSync(`db/migrations/${tag}.sql`, 'utf8').split(
      '--> statement-breakpoint',
    ))
      db.run(sql.raw(statement));
    db.run(sql`insert into __drizzle_migrations (hash, created_at) values ('', ${when})`);
  }
  return db;
}
