import { normalise } from '@barta/bengali/normalise';
import { and, eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { bylines, pictures, staff } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { reindexSome } from './reindex-stories';
import { storiesSignedBy } from './stories-of';
import { maxTaxonomyName, type TaxonomyRefusal } from './taxonomy-refusal';

export interface BylineFields {
  id: number;
  basedOn: number;
  name: string;
  kind: 'person' | 'desk' | 'agency';
  /** What they are here, as in `স্টাফ রিপোর্টার`. */
  role: string;
  bio: string;
  portraitId: number | null;
  staffId: number | null;
}

const MAX_BIO = 1000;

/** Who a story is signed by: name, portrait, and what the page of their stories says of them. */
export async function editByline(
  db: AppDb,
  actor: Actor,
  { id, basedOn, ...rawFields }: BylineFields,
  now = new Date(),
): Promise<Result<{ version: number }, TaxonomyRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const fields = {
    ...rawFields,
    name: normalise(rawFields.name).trim(),
    role: normalise(rawFields.role).trim(),
    bio: normalise(rawFields.bio).trim(),
  };
  if (fields.name === '') return refused('name-empty', 'name');
  if (fields.name.length > maxTaxonomyName) return refused('name-too-long', 'name');
  if (fields.role.length > maxTaxonomyName) return refused('too-long', 'role');
  if (fields.bio.length > MAX_BIO) return refused('too-long', 'bio');

  const outcome = await tx(db, (t) => {
    const former = t.select().from(bylines).where(eq(bylines.id, id)).get();
    if (!former) return refused('not-found' as const);
    const { portraitId, staffId } = fields;
    if (portraitId !== null && !t.select().from(pictures).where(eq(pictures.id, portraitId)).get())
      return refused('unknown' as const, 'portraitId');
    if (staffId !== null && !t.select().from(staff).where(eq(staff.id, staffId)).get())
      return refused('unknown' as const, 'staffId');

    const { changes } = t
      .update(bylines)
      .set({ ...fields, version: basedOn + 1 })
      .where(and(eq(bylines.id, id), eq(bylines.version, basedOn)))
      .run();
    if (changes === 0)
      return isAlreadyStored<object>(former, fields)
        ? done({ version: former.version, isRenamed: false })
        : refused('stale' as const);
    const { slug, id: _, version: __, ...before } = former;
    appendAudit(t, { actor, verb: 'edit-byline', subject: `byline:${id}`, before, after: fields, at: now });
    announce(t, { kind: 'byline-changed', slug }, now);
    return done({ version: basedOn + 1, isRenamed: former.name !== fields.name });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.isRenamed) await reindexSome(db, storiesSignedBy(db, id));
  return done({ version: outcome.value.version });
}
