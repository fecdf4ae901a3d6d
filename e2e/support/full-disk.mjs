// Preloaded by a test that needs a full disk: while the file TEST_FULL_DISK is there, SQLite may not make its own any
// larger, and says SQLITE_FULL as it does on a disk without room.
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

const unlimited = 4_294_967_294;
const { prepare } = Database.prototype;

Database.prototype.prepare = function (source) {
  const limit = existsSync(process.env.TEST_FULL_DISK ?? '') ? 1 : unlimited;
  prepare.call(this, `pragma max_page_count = ${limit}`).get();
  return prepare.call(this, source);
};
