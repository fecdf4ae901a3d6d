import { getDb } from '@/db/client';
import { type AuditFilter, auditOnDesk } from '@/db/queries/audit';
import { allStaff } from '@/db/queries/people';
import { isDhakaDay, startOfDhakaDay } from '@/lib/bengali/dates';
import { idIn } from '@/lib/forms/read-form';
import { requireStaff } from '@/lib/people/require-staff';
import { changesBetween } from './changes-between';

const PAGE_LENGTH = 50;
const A_DAY_MS = 86_400_000;

/** What the address of the audit asks, each part as it was typed. */
export interface AuditAsked {
  who?: string | undefined;
  verb?: string | undefined;
  /** A kind, as in `story`, or one subject, as in `story:7`. */
  about?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
  before?: string | undefined;
}

export async function deskAudit(asked: AuditAsked) {
  await requireStaff('read-audit', '/admin/audit');
  const db = getDb();
  const rows = await auditOnDesk(db, filterFrom(asked), PAGE_LENGTH + 1);
  const shown = rows.slice(0, PAGE_LENGTH);
  return {
    entries: shown.map((row) => ({ ...row, changes: changesBetween(row.before, row.after) })),
    older: rows.length > PAGE_LENGTH ? (shown.at(-1)?.id ?? null) : null,
    staff: await allStaff(db),
  };
}

const ROWS_A_TIME = 500;

/** The audit as lines of CSV, newest first, in pieces: however long it is, only a piece is in memory. */
export async function deskAuditCsv(asked: AuditAsked): Promise<AsyncGenerator<string>> {
  await requireStaff('read-audit', '/admin/audit');
  return linesOf(filterFrom(asked));
}

async function* linesOf(filter: AuditFilter): AsyncGenerator<string> {
  yield 'id,at,actor_kind,actor_id,actor,verb,subject_kind,subject,before,after\r\n';
  for (let before = filter.before; ; ) {
    const rows = await auditOnDesk(getDb(), { ...filter, before }, ROWS_A_TIME);
    if (rows.length === 0) return;
    yield rows.map((row) => `${cellsOf(row).map(cell).join(',')}\r\n`).join('');
    before = rows.at(-1)?.id;
  }
}

type Row = Awaited<ReturnType<typeof auditOnDesk>>[number];

function cellsOf(row: Row): string[] {
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

/** Quoted where CSV wants it (RFC 4180). What a spreadsheet would take for a formula is kept from being one. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function filterFrom(asked: AuditAsked): AuditFilter {
  const [subjectKind = '', subject = ''] = (asked.about ?? '').trim().slice(0, 80).split(/:(.*)/s);
  const from = dayIn(asked.from);
  const to = dayIn(asked.to);
  return {
    staffId: idIn(asked.who ?? '') ?? undefined,
    verb: asked.verb?.trim().slice(0, 60) || undefined,
    subjectKind: subjectKind || undefined,
    subject: subject || undefined,
    from,
    to: to && new Date(to.getTime() + A_DAY_MS),
    before: idIn(asked.before ?? '') ?? undefined,
  };
}

function dayIn(text: string | undefined): Date | undefined {
  return text && isDhakaDay(text) ? startOfDhakaDay(text) : undefined;
}
