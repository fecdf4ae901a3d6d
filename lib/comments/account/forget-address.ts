import { and, eq, getTableName, gt, inArray, lte, max, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ReadDb, Tx } from '@/db/client';
import {
  bans,
  commentAppeals,
  commenterNotes,
  comments,
  moderationActions,
  moderationRules,
  reports,
  spamWords,
  tips,
} from '@/db/schema';
import { forgetLessonsOf } from '../spam/learning/learn';
import { tokensOf } from '../spam/tokens';

/** Stands where somebody else has written it. */
export const FORGOTTEN = '(ঠিকানা মুছে ফেলা হয়েছে)';

/** So many are looked through in one go, some ten milliseconds; a newsroom may have a million. */
const COMMENTS_A_TIME = 20_000;

/**
 * The comments, whoever wrote them, that say an address. Before the transaction that rewrites them: every comment is
 * looked at, and nobody is to wait for that.
 */
export async function commentsMentioning(db: ReadDb, email: string): Promise<number[]> {
  const last =
    db
      .select({ id: max(comments.id) })
      .from(comments)
      .get()?.id ?? 0;
  const found: number[] = [];
  for (let from = 0; from < last; from += COMMENTS_A_TIME) {
    const mentionsAddress = or(comments.body, comments.name, comments.website)(email);
    const here = and(gt(comments.id, from), lte(comments.id, from + COMMENTS_A_TIME), mentionsAddress);
    found.push(
      ...db
        .select({ id: comments.id })
        .from(comments)
        .where(here)
        .all()
        .map(({ id }) => id),
    );
    await new Promise((next) => setImmediate(next));
  }
  return found;
}

/**
 * Takes an address out of what other people have written: comments, complaints, notes, reasons, rules. A message or news
 * that came from it stays with the newsroom, without its sender. Answers the stories whose discussions read otherwise now.
 */
export function forgetAddress(
  t: Tx,
  { email, name, website }: { email: string; name: string; website: string },
  saying: readonly number[],
): number[] {
  t.update(tips)
    .set({ name: '', contact: '', version: sql`${tips.version} + 1` })
    .where(sql`lower(trim(${tips.contact})) = ${email}`)
    .run();
  for (const columns of [
    [tips.words, tips.name, tips.contact, tips.place, tips.note],
    [reports.words],
    [bans.reason, bans.appeal, bans.answer],
    [commentAppeals.words, commentAppeals.answer],
    [commenterNotes.words],
    [moderationActions.reason],
    [moderationRules.name, moderationRules.pattern],
  ])
    for (const column of columns) rewrite(t, column, email);

  const ids = [...saying];
  forgetLessonsOf(t, ids);
  for (const column of [comments.body, comments.name, comments.website])
    rewrite(t, column, email, inArray(comments.id, ids));
  forgetWords(t, { email, name, website });
  return ids.length === 0
    ? []
    : t
        .selectDistinct({ storyId: comments.storyId })
        .from(comments)
        .where(and(inArray(comments.id, ids), eq(comments.state, 'visible')))
        .all()
        .map(({ storyId }) => storyId);
}

function or(...columns: SQLiteColumn[]) {
  return (email: string): SQL =>
    sql`(${sql.join(
      columns.map((column) => says(column, email)),
      sql` or `,
    )})`;
}

const says = (column: SQLiteColumn, email: string): SQL => sql`instr(lower(${column}), ${email}) > 0`;

function rewrite(t: Tx, column: SQLiteColumn, email: string, among?: SQL): void {
  const [table, field] = [sql.identifier(getTableName(column.table)), sql.identifier(column.name)];
  const rows = t.all<{ id: number; words: string }>(
    sql`select id, ${field} as words from ${table} where ${and(among, says(column, email))}`,
  );
  for (const { id, words } of rows)
    t.run(sql`update ${table} set ${field} = ${withoutAddress(words, email)} where id = ${id}`);
}

/** Only where it is whole: it may be the end of somebody else's. */
export function withoutAddress(words: string, email: string): string {
  const literal = email.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return words.replace(new RegExp(`(?<![\\w.+-])${literal}(?![\\w-]|\\.\\w)`, 'gi'), FORGOTTEN);
}

/** A word that hardly anybody has used says nothing of spam, and may say who somebody was. */
const FEW = 3;

function forgetWords(
  t: Tx,
  { email, name, website }: { email: string; name: string; website: string },
): void {
  const theirs = tokensOf({ name, website, body: email });
  const isRare = sql`${spamWords.spam} + ${spamWords.ham} <= ${FEW}`;
  t.delete(spamWords)
    .where(and(inArray(spamWords.word, theirs), isRare))
    .run();
}
