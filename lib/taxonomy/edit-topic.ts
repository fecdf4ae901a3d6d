import { normalise } from '@barta/bengali/normalise';
import { and, eq } from 'drizzle-orm';
import type { AppDb } from '@/db/client';
import { topics } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { isAlreadyStored } from '@/lib/idempotency/is-already-stored';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { reindexSome } from './reindex-stories';
import { storiesAboutTopic } from './stories-of';
import { maxTaxonomyName, type TaxonomyRefusal } from './taxonomy-refusal';

export const maxDescription = 600;

/** A topic's name and the sentence above its stories. Its slug stays: addresses do not break at a new name. */
export async function editTopic(
  db: AppDb,
  actor: Actor,
  { id, basedOn, ...rawFields }: { id: number; basedOn: number; name: string; description: string },
  now = new Date(),
): Promise<Result<{ version: number }, TaxonomyRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const name = normalise(rawFields.name).trim();
  const description = normalise(rawFields.description).trim();
  if (name === '') return refused('name-empty', 'name');
  if (name.length > maxTaxonomyName) return refused('name-too-long', 'name');
  if (description.length > maxDescription) return refused('too-long', 'description');

  const outcome = await tx(db, (t) => {
    const former = t.select().from(topics).where(eq(topics.id, id)).get();
    if (!former) return refused('not-found' as const);
    const { changes } = t
      .update(topics)
      .set({ name, description, version: basedOn + 1 })
      .where(and(eq(topics.id, id), eq(topics.version, basedOn)))
      .run();
    if (changes === 0)
      return isAlreadyStored<object>(former, { name, description })
        ? done({ version: former.version, isRenamed: false })
        : refused('stale' as const);
    appendAudit(t, {
      actor,
      verb: 'edit-topic',
      subject: `topic:${id}`,
      before: { name: former.name, description: former.description },
      after: { name, description },
      at: now,
    });
    announce(t, { kind: 'topic-changed', slug: former.slug }, now);
    return done({ version: basedOn + 1, isRenamed: former.name !== name });
  });
  if (!outcome.ok) return outcome;
  if (outcome.value.isRenamed) await reindexSome(db, storiesAboutTopic(db, id));
  return done({ version: outcome.value.version });
}
