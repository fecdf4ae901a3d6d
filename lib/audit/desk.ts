import { isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { getDb, type ReadDb } from '@/db/client';
import {
  type AuditFilter,
  auditOnDesk,
  firstAuditIdFrom,
  newestAuditId,
  subjectNames,
} from '@/db/queries/operations/audit';
import { allStaff } from '@/db/queries/operations/people';
import { csvCell } from '@/lib/forms/csv-cell';
import { idIn } from '@/lib/forms/read-form';
import { requireStaff } from '@/lib/people/require-staff';
import type { Say } from '@/lib/site/labels';
import { auditChanges, idsIn } from './audit-sentences';

const PAGE_LENGTH = 50;
const A_DAY_MS = 86_400_000;
/** How many entries are searched for one page; the next request continues behind them. */
const LONGEST_LOOK = 20_000;

/** The filters in the address of the audit, as typed. */
export interface AuditQuery {
  who?: string | undefined;
  verb?: string | undefined;
  /** A kind, as in `story`, or one subject, as in `story:7`. */
  about?: string | undefined;
  /** The same in two fields. */
  kind?: string | undefined;
  number?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
}

export async function deskAudit(query: AuditQuery, say: Say) {
  await requireStaff('read-audit', '/admin/audit');
  const db = getDb();
  const filter = filterFrom(query);
  const bounds = await boundsOf(db, filter);
  const rows = await auditOnDesk(db, { ...filter, ...bounds }, PAGE_LENGTH + 1);
  const page = rows.slice(0, PAGE_LENGTH);
  const names = await subjectNames(db, namedIn(page));
  const isFull = rows.length > PAGE_LENGTH;
  return {
    filter,
    entries: page.map((row) => ({
      ...row,
      subjectName: names.get(`${row.subjectKind}:${row.subject}`) ?? null,
      changes: auditChanges(row.before, row.after, { say, names }),
    })),
    older: isFull ? (page.at(-1)?.id ?? null) : bounds.isCut ? bounds.after + 1 : null,
    /** The page is not full although there may be more behind it. */
    isUnfinished: !isFull && bounds.isCut,
    staff: await allStaff(db),
  };
}

/** By member or subject an index is used; otherwise at most `LONGEST_LOOK` entries within the days are searched. */
async function boundsOf(db: ReadDb, filter: AuditFilter) {
  const from = filter.from ? await firstAuditIdFrom(db, filter.from) : 1;
  const end = filter.to ? await firstAuditIdFrom(db, filter.to) : (await newestAuditId(db)) + 1;
  const before = Math.min(filter.before ?? end, end);
  const isIndexed = filter.staffId !== undefined || filter.subject !== undefined;
  const after = isIndexed ? from - 1 : Math.max(from - 1, before - LONGEST_LOOK - 1);
  return { before, after, isCut: after > from - 1 };
}

/** Everything that the entries refer to: their subjects, and the ids in their changes. */
function namedIn(rows: readonly AuditEntryRow[]): Set<string> {
  const wanted = new Set<string>();
  for (const { subjectKind, subject, before, after } of rows) {
    wanted.add(`${subjectKind}:${subject}`);
    for (const half of [before, after]) for (const id of idsIn(half)) wanted.add(id);
  }
  return wanted;
}

const ROWS_A_TIME = 500;

/** The audit as CSV, newest first, in chunks, so that only one chunk is in memory. */
export async function deskAuditCsv(query: AuditQuery): Promise<AsyncGenerator<string>> {
  await requireStaff('read-audit', '/admin/audit');
  return linesOf(filterFrom(query));
}

async function* linesOf(filter: AuditFilter): AsyncGenerator<string> {
  yield 'id,at,actor_kind,actor_id,actor,verb,subject_kind,subject,before,after\r\n';
  for (let before = filter.before; ; ) {
    const rows = await auditOnDesk(getDb(), { ...filter, before }, ROWS_A_TIME);
    if (rows.length === 0) return;
    yield rows.map((row) => `${cellsOf(row).map(csvCell).join(',')}\r\n`).join('');
    before = rows.at(-1)?.id;
  }
}

type AuditEntryRow = Awaited<ReturnType<typeof auditOnDesk>>[number];

function cellsOf(row: AuditEntryRow): string[] {
  return [
    String(row.id),
    row.at.toISOString(),
    row.actorKind,
    String(row.actorId ?? ''),
    row.name ?? '',
    row.verb,
    row.subjectKind,
    row.subject,
    row.before === null ? '' : JSON.stringify(row.before),
    row.after === null ? '' : JSON.stringify(row.after),
  ];
}

function filterFrom(query: AuditQuery): AuditFilter {
  const [subjectKind = '', subject = ''] = aboutIn(query).trim().slice(0, 80).split(/:(.*)/s);
  const from = dayIn(query.from);
  const to = dayIn(query.to);
  return {
    staffId: idIn(query.who ?? '') ?? undefined,
    verb: query.verb?.trim().slice(0, 60) || undefined,
    subjectKind: subjectKind || undefined,
    subject: subject || undefined,
    from,
    to: to && new Date(to.getTime() + A_DAY_MS),
    before: idIn(query.before ?? '') ?? undefined,
  };
}

function aboutIn({ about, kind, number }: AuditQuery): string {
  if (about || !kind) return about ?? '';
  const id = fromBengaliDigits((number ?? '').trim().replace(/^#/, ''));
  return id === '' ? kind : `${kind}:${id}`;
}

function dayIn(text: string | undefined): Date | undefined {
  return text && isDhakaDay(text) ? startOfDhakaDay(text) : undefined;
}
