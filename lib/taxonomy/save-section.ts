import { normalise } from '@barta/bengali/normalise';
import { and, eq, ne } from 'drizzle-orm';
import type { Db, Tx } from '@/db/client';
import { sections } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { AuditVerb } from '@/lib/audit/audit-verbs';
import { announce } from '@/lib/cache/announce';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { reservedSlugs } from '@/lib/site/reserved-slugs';
import { maxTaxonomyName, type TaxonomyRefusal } from './taxonomy-refusal';

/** Everything that is set of a section. `id` null: a new one; `slug` is then chosen once and stays. */
export interface SectionFields {
  id: number | null;
  basedOn: number;
  slug: string;
  name: string;
  nameEn: string;
  position: number;
  parentId: number | null;
  layout: string;
  menu: 'bar' | 'more' | 'none';
  strictness: 'lenient' | 'usual' | 'strict';
  /** Days that a story takes comments; null: as the settings say. */
  commentsDays: number | null;
}

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const MAX_SLUG = 40;

/** A section's name stands on every page, so every page is made anew. Its slug is in every address, so it stays. */
export async function saveSection(
  db: Db,
  actor: Actor,
  { id, basedOn, ...rawFields }: SectionFields,
  now = new Date(),
): Promise<Result<{ id: number; version?: number }, TaxonomyRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const fields = { ...rawFields, name: normalise(rawFields.name).trim(), nameEn: rawFields.nameEn.trim() };
  if (fields.name === '') return refused('name-empty', 'name');
  if (fields.name.length > maxTaxonomyName) return refused('name-too-long', 'name');
  if (fields.nameEn.length > maxTaxonomyName) return refused('name-too-long', 'nameEn');
  if (!Number.isInteger(fields.position) || fields.position < 0 || fields.position > 999)
    return refused('number-invalid', 'position');
  const { commentsDays } = fields;
  if (commentsDays !== null && (!Number.isInteger(commentsDays) || commentsDays < 0 || commentsDays > 3650))
    return refused('number-invalid', 'commentsDays');

  return tx(db, (t) => {
    const former = id === null ? null : t.select().from(sections).where(eq(sections.id, id)).get();
    if (former === undefined) return refused('not-found');
    const parent = parentFault(t, id, fields.parentId);
    if (parent) return refused(parent, 'parentId');

    if (former === null) {
      const slug = slugFault(t, fields.slug);
      if (slug) return refused(slug, 'slug');
      const made = t.insert(sections).values(fields).returning().get();
      record(made.id, 'add-section', null, fields);
      return done({ id: made.id });
    }

    const { slug: _, ...changes } = fields;
    const { changes: written } = t
      .update(sections)
      .set({ ...changes, version: basedOn + 1 })
      .where(and(eq(sections.id, former.id), eq(sections.version, basedOn)))
      .run();
    if (written === 0)
      return isAlreadyStored<object>(former, changes)
        ? done({ id: former.id, version: former.version })
        : refused('stale');
    record(former.id, 'edit-section', partOf(former, changes), changes);
    return done({ id: former.id, version: basedOn + 1 });

    function record(sectionId: number, verb: AuditVerb, before: unknown, after: unknown): void {
      appendAudit(t, { actor, verb, subject: `section:${sectionId}`, before, after, at: now });
      announce(t, { kind: 'settings-changed' }, now);
    }
  });
}

function slugFault(t: Tx, slug: string): 'slug-invalid' | 'slug-reserved' | 'slug-taken' | null {
  if (!SLUG.test(slug) || slug.length > MAX_SLUG) return 'slug-invalid';
  if (reservedSlugs.has(slug)) return 'slug-reserved';
  return t.select().from(sections).where(eq(sections.slug, slug)).get() ? 'slug-taken' : null;
}

/** One step deep: a section in a section, and no further. */
function parentFault(t: Tx, id: number | null, parentId: number | null): 'unknown' | 'own-parent' | null {
  if (parentId === null) return null;
  if (parentId === id) return 'own-parent';
  const parent = t.select().from(sections).where(eq(sections.id, parentId)).get();
  if (!parent) return 'unknown';
  if (parent.parentId !== null) return 'own-parent';
  if (id === null) return null;
  const child = t
    .select()
    .from(sections)
    .where(and(eq(sections.parentId, id), ne(sections.id, id)))
    .get();
  return child ? 'own-parent' : null;
}

function partOf<Row extends object>(row: Row, keys: object): Partial<Row> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key in keys)) as Partial<Row>;
}
