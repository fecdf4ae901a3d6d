/**
 * Loaded before an edge server and its renderer (`NODE_OPTIONS=--import`), leaves out what a comment writes, and nothing else: the
 * form is read, judged and answered, in the same transaction with the same savepoint, whose end has nothing to make safe.
 * An INSERT that answers with its row becomes a SELECT of that row; any other write is not run. So neither the b-trees and
 * indexes nor the log are touched.
 */
import Database from 'better-sqlite3';

const written = 'comments|commenters|audit_entries|page_events|jobs|subscriptions|view_counts';
const INSERT = new RegExp(
  `^insert into "(${written})" \\((.*?)\\) values (\\(.*\\))(?: on conflict .*?)?(?: returning (.*))?$`,
  'is',
);
const OTHER = new RegExp(`^(?:insert into|update|delete from) "(?:${written})"`, 'i');

const prepare = Database.prototype.prepare;
Database.prototype.prepare = function (text) {
  const [, table, columns, values, answer] = INSERT.exec(text) ?? [];
  // The row's own name for its table stands for the table: what is answered reads as before.
  if (answer) {
    const number = 'select 1000000000 + abs(random() % 1000000000)';
    const row = answer.replace(/^"id"/, `coalesce("id", (${number})) as "id"`);
    return prepare.call(
      this,
      `with "${table}" (${columns}) as (values ${values}) select ${row} from "${table}"`,
    );
  }
  return OTHER.test(text) ? leftOut() : prepare.call(this, text);
};

const nothing = { changes: 0, lastInsertRowid: 0 };
/** Each its own: who prepares a statement may keep something at it. */
function leftOut() {
  return { reader: false, busy: false, run: () => nothing, get: () => undefined, all: () => [] };
}
