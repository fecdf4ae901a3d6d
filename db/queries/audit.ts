import { and, desc, eq, gte, lt, type SQL } from 'drizzle-orm';
import type { Db } from '../client';
import { auditEntries, staff } from '../schema';

export interface AuditFilter {
  staffId?: number | undefined;
  verb?: string | undefined;
  subjectKind?: string | undefined;
  subject?: string | undefined;
  from?: Date | undefined;
  /** Not included. */
  to?: Date | undefined;
  /** Entries older than this one. */
  before?: number | undefined;
}

/** Newest first, `limit` of them; by subject or member it is one walk along an index. */
export async function auditOnDesk(db: Db, filter: AuditFilter, limit: number) {
  const wanted: (SQL | undefined)[] = [
    filter.staffId === undefined ? undefined : eq(auditEntries.actorKind, 'staff'),
    filter.staffId === undefined ? undefined : eq(auditEntries.actorId, filter.staffId),
    filter.verb ? eq(auditEntries.verb, filter.verb) : undefined,
    filter.subjectKind ? eq(auditEntries.subjectKind, filter.subjectKind) : undefined,
    filter.subject ? eq(auditEntries.subject, filter.subject) : undefined,
    filter.from && gte(auditEntries.at, filter.from),
    filter.to && lt(auditEntries.at, filter.to),
    filter.before === undefined ? undefined : lt(auditEntries.id, filter.before),
  ];
  return db
    .select({
      id: auditEntries.id,
      at: auditEntries.at,
      actorKind: auditEntries.actorKind,
      actorId: auditEntries.actorId,
      name: staff.name,
      verb: auditEntries.verb,
      subjectKind: auditEntries.subjectKind,
      subject: auditEntries.subject,
      before: auditEntries.before,
      after: auditEntries.after,
    })
    .from(auditEntries)
    .leftJoin(staff, and(eq(auditEntries.actorKind, 'staff'), eq(staff.id, auditEntries.actorId)))
    .where(and(...wanted))
    .orderBy(desc(auditEntries.id))
    .limit(limit)
    .all();
}
