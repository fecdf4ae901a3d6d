import type { AppDb, ReadDb } from '@/db/client';
import { letterReaders, letterReadersCount } from '@/db/queries/discussion/newsletter-readers';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { csvCell } from '@/lib/forms/csv-cell';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

const ROWS_A_TIME = 500;

/**
 * The addresses of the morning letter as lines of CSV (RFC 4180, UTF-8 with a mark, so that spreadsheets read
 * Bengali), in pieces. That it was asked for is on record before the first line leaves.
 */
export async function exportNewsletterReaders(
  db: AppDb,
  actor: Actor,
  now = new Date(),
): Promise<Result<AsyncGenerator<string>, 'forbidden'>> {
  if (actor.kind !== 'staff' || !may(actor, 'export-letter')) return refused('forbidden');
  const count = await letterReadersCount(db);
  await tx(db, (t) =>
    appendAudit(t, { actor, verb: 'export-letter', subject: 'letter:readers', after: { count }, at: now }),
  );
  return done(linesOf(db));
}

async function* linesOf(db: ReadDb): AsyncGenerator<string> {
  yield '\uFEFFemail,name,consented_at,confirmed_at\r\n';
  for (let after = 0; ; ) {
    const rows = await letterReaders(db, after, ROWS_A_TIME);
    const last = rows.at(-1);
    if (!last) return;
    yield rows
      .map(({ email, name, consentedAt, confirmedAt }) =>
        [email, name, consentedAt.toISOString(), confirmedAt?.toISOString() ?? ''].map(csvCell).join(','),
      )
      .map((line) => `${line}\r\n`)
      .join('');
    after = last.id;
  }
}
