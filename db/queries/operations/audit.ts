import { and, desc, eq, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { auditEntries, staff } from '@/db/schema';

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
  /** Entries newer than this one. */
  after?: number | undefined;
}

/** Newest first, `limit` of them; by subject or member it is one walk along an index. */
export async function auditOnDesk(db: ReadDb, filter: AuditFilter, limit: number) {
  const wanted: (SQL | undefined)[] = [
    filter.staffId === undefined ? undefined : eq(auditEntries.actorKind, 'staff'),
    filter.staffId === undefined ? undefined : eq(auditEntries.actorId, filter.staffId),
    filter.verb ? eq(auditEntries.verb, filter.verb) : undefined,
    filter.subjectKind ? eq(auditEntries.subjectKind, filter.subjectKind) : undefined,
    filter.subject ? eq(auditEntries.subject, filter.subject) : undefined,
    filter.from && gte(auditEntries.at, filter.from),
    filter.to && lt(auditEntries.at, filter.to),
    filter.before === undefined ? undefined : lt(auditEntries.id, filter.before),
    filter.after === undefined ? undefined : gt(auditEntries.id, filter.after),
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

export async function newestAuditId(db: ReadDb): Promise<number> {
  return db.get<{ id: number | null }>(sql`select max(id) as id from audit_entries`)?.id ?? 0;
}

/**
 * The first entry from a moment on, one beyond the newest if there is none. Entries are written in the order of time,
 * which no index holds: so it is found by halving, some twenty looks in a million.
 */
export async function firstAuditIdFrom(db: ReadDb, at: Date): Promise<number> {
  let [low, high] = [1, (await newestAuditId(db)) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const entry = db.get<{ at: number }>(
      sql`select at from audit_entries where id >= ${middle} order by id limit 1`,
    );
    if (entry && entry.at < at.getTime()) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Names of what entries are about, as `story:7` → its headline. What is gone has none. */
export async function subjectNames(db: ReadDb, wanted: ReadonlySet<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [kind, rows] of Object.entries(named)) {
    const ids = [...wanted].flatMap((each) =>
      each.startsWith(`${kind}:`) ? [each.slice(kind.length + 1)] : [],
    );
    if (ids.length === 0) continue;
    const among = sql`(select value from json_each(${JSON.stringify(ids)}))`;
    for (const { id, name } of db.all<{ id: string | number; name: string }>(rows(among)))
      if (name !== '') names.set(`${kind}:${id}`, name);
  }
  return names;
}

/** Ids stand in the audit as text: of a number the key is looked for by its number. */
const byNumber = (select: string) => (ids: SQL) =>
  sql`${sql.raw(select)} where id in (select cast(value as integer) from ${ids})`;
/** Of a section now the slug stands there, now the number. */
const bySlugOrNumber = (table: string, slug: string) => (ids: SQL) =>
  sql`select key as id, name from (select ${sql.raw(slug)} as key, name from ${sql.raw(table)}
    union all select cast(rowid as text), name from ${sql.raw(table)}) where key in ${ids}`;

const named: Readonly<Record<string, (ids: SQL) => SQL>> = {
  story: byNumber('select id, headline as name from stories'),
  staff: byNumber('select id, name from staff'),
  section: bySlugOrNumber('sections', 'slug'),
  topic: byNumber('select id, name from topics'),
  byline: byNumber('select id, name from bylines'),
  district: (ids) => sql`select code as id, name from districts where code in ${ids}`,
  picture: byNumber('select id, caption as name from pictures'),
  commenter: byNumber('select id, name from commenters'),
  comment: byNumber('select id, name from comments'),
  breaking: byNumber('select id, words as name from breaking_lines'),
  page: byNumber('select id, title as name from static_pages'),
};
