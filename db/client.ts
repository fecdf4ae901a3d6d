import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { and, eq, ne, or, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import * as schema from './schema';
import { cacheStatements, type StatementCache } from './statement-cache';

type Handle = BetterSQLite3Database<typeof schema>;

declare const isDatabase: unique symbol;

/**
 * The database as a command receives it. It has no query method: it can only be given to `tx`, so that inside a
 * transaction nothing but the transaction's own handle can read or write.
 */
export interface Db {
  readonly [isDatabase]: true;
}
/** What can be read from, outside a transaction or inside one: a `Tx` is a `ReadDb` too. Only a `Tx` can write. */
export type ReadDb = Pick<
  Handle,
  'select' | 'selectDistinct' | 'query' | 'get' | 'all' | 'values' | '$count'
>;
/** What the application opens: it can be read outside a transaction, and given to `tx` to write. */
export type AppDb = Db & ReadDb;
/** The connection with all that Drizzle offers: for `db/`, seeds and tests. */
export type Connection = Handle & Db & { $client: Database.Database };
/** The handle inside a transaction; its `.get() .all() .run()` are synchronous. */
export type Tx = Parameters<Parameters<Handle['transaction']>[0]>[0];

/** The file of a `file:` URL; `:memory:` for `file::memory:`. */
export function databaseFile(url: string): string {
  return url.replace(/^file:/, '');
}

export function openDatabase(url: string): Connection {
  const file = databaseFile(url);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });

  const connection = new Database(file);
  connection.pragma('busy_timeout = 5000');
  connection.pragma('journal_mode = WAL');
  // FULL: what was acknowledged to a reporter or a commenter survives a power cut, not only a crash.
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  // Personal data that is erased must be gone: deleted bytes are zeroed. What was moved besides, `vacuum.ts` removes.
  connection.pragma('secure_delete = ON');
  setPageCacheSize(connection, 8);
  const remembering = cacheStatements(connection);
  const db = Object.assign(drizzle(remembering.client, { schema }), { $client: connection }) as Connection;
  statementsOf.set(db, remembering);
  return db;
}

/**
 * How much of the file's pages this process keeps for itself. better-sqlite3 would keep 16 MB, and each renderer has as much
 * again; what is not kept lies in the system's memory, a few microseconds away.
 */
export function setPageCacheSize(connection: Database.Database, megabytes: number): void {
  connection.pragma(`cache_size = -${megabytes * 1024}`);
}

const statementsOf = new WeakMap<object, StatementCache>();

/** The text of each statement that goes through `db` from now on, until the returned function is called. */
export function listenToStatements(db: Db, heard: (text: string) => void): () => void {
  const statements = statementsOf.get(db);
  if (!statements) throw new Error('not a database that openDatabase opened');
  return statements.listen(heard);
}

/** Brings the schema up to date. The folder is read from the working directory: the repository's root. */
export function migrateDatabase(db: Connection): void {
  migrate(db, { migrationsFolder: 'db/migrations' });
  // What is written from now on is by today's rules; where nothing is written yet, all of it will be.
  const { id, termsVersion, hasHeadlineWords } = schema.searchState;
  const isEmpty = sql`not exists (select 1 from ${schema.stories})`;
  const isOld = or(ne(termsVersion, schema.TERMS_VERSION), eq(hasHeadlineWords, false));
  db.update(schema.searchState)
    .set({ termsVersion: schema.TERMS_VERSION, hasHeadlineWords: true })
    .where(and(eq(id, 1), isOld, isEmpty))
    .run();
}

const shared = globalThis as { bartaDb?: Connection };

/** This process's one connection. Pages, actions and routes are separate bundles, hence `globalThis`. */
export function getDb(): AppDb {
  return getConnection();
}

/** The same with all that Drizzle offers: for the programs that run the database itself, as migrations and backups do. */
export function getConnection(): Connection {
  shared.bartaDb ??= openDatabase(process.env.DATABASE_URL ?? 'file:var/barta.db');
  return shared.bartaDb;
}
