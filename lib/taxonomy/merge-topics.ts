import { eq, sql } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { storyTopics, topics } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { reindexSome } from './reindex-stories';
import { storiesAboutTopic } from './stories-of';
import type { TaxonomyRefusal } from './taxonomy-refusal';

/**
 * The stories of one topic become those of another, in one step, and the former's address leads to it from then
 * on. What had been merged into the former leads to the new one too: no address takes two steps.
 */
export async function mergeTopics(
  db: Db,
  actor: Actor,
  { from, into }: { from: number; into: string },
  now = new Date(),
): Promise<Result<{ stories: number; name: string }, TaxonomyRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');

  const moved: number[] = [];
  const outcome = await tx(db, (t) => {
    const former = t.select().from(topics).where(eq(topics.id, from)).get();
    if (!former) return refused('not-found' as const);
    const target =
      t.select().from(topics).where(eq(topics.slug, into.trim())).get() ??
      t.select().from(topics).where(eq(topics.name, into.trim())).get();
    if (!target || target.mergedInto !== null) return refused('unknown' as const, 'into');
    if (target.id === former.id) return refused('own-parent' as const, 'into');

    moved.push(...storiesAboutTopic(t, former.id));
    t.run(sql`insert or ignore into ${storyTopics} (story_id, topic_id, position, published_at)
      select story_id, ${target.id}, position, published_at from ${storyTopics} where topic_id = ${former.id}`);
    t.delete(storyTopics).where(eq(storyTopics.topicId, former.id)).run();
    t.update(topics).set({ mergedInto: target.id }).where(eq(topics.mergedInto, former.id)).run();
    t.update(topics)
      .set({ mergedInto: target.id, version: former.version + 1 })
      .where(eq(topics.id, former.id))
      .run();
    appendAudit(t, {
      actor,
      verb: 'merge-topics',
      subject: `topic:${former.id}`,
      before: { name: former.name, stories: moved.length },
      after: { into: target.id, name: target.name },
      at: now,
    });
    announce(t, { kind: 'topic-changed', slug: former.slug }, now);
    announce(t, { kind: 'topic-changed', slug: target.slug }, now);
    return done({ stories: moved.length, name: target.name });
  });
  if (outcome.ok) await reindexSome(db, moved);
  return outcome;
}
