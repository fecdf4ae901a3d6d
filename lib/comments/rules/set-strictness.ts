import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { sections } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

export const strictnesses = ['lenient', 'usual', 'strict'] as const;

/** How closely comments under a section's stories are looked at. Readers see nothing of it, so nothing is announced. */
export async function setStrictness(
  db: Db,
  actor: Actor,
  { sectionId, strictness }: { sectionId: number; strictness: string },
  now = new Date(),
): Promise<Result<void, 'forbidden' | 'unknown-section' | 'unknown-strictness'>> {
  if (!may(actor, 'moderate')) return refused('forbidden');
  const wanted = strictnesses.find((known) => known === strictness);
  if (!wanted) return refused('unknown-strictness', 'strictness');

  return tx(db, (t) => {
    const section = t.select().from(sections).where(eq(sections.id, sectionId)).get();
    if (!section) return refused('unknown-section');
    if (section.strictness === wanted) return done();
    t.update(sections).set({ strictness: wanted }).where(eq(sections.id, sectionId)).run();
    appendAudit(t, {
      actor,
      verb: 'set-strictness',
      subject: `section:${section.slug}`,
      before: { strictness: section.strictness },
      after: { strictness: wanted },
      at: now,
    });
    return done();
  });
}
