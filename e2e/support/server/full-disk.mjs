// Preloaded by a test that needs a full disk: while the file TEST_FULL_DISK is there, SQLite may not make its own any
// larger, and says SQLITE_FULL as it does on a disk without room.
import { existsSync } from 'node:fs';
import Database from 'better-sqlite3';

const unlimited = 4_294_967_294;
const { prepare } = Database.prototype;
const connections = new Set();

Database.prototype.prepare = function (source) {
  connections.add(this);
  limit(this);
  return prepare.call(this, source);
};

// What is prepared once is not prepared again.
setInterval(() => {
  for (const connection of connections) {
    if (connection.open) limit(connection);
    else connections.delete(connection);
  }
}, 10).unref();

function limit(connection) {
  const pages = existsSync(process.env.TEST_FULL_DISK ?? '') ? 1 : unlimited;
  prepare.call(connection, `pragma max_page_count = ${pages}`).get();
}
