import { normalise } from '@barta/bengali/normalise';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { corrections, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { storyById } from '@/lib/stories/story-row';
import { reindexAndAnnounce, visibilityOf } from '../reindex-and-announce';

export const maxCorrection = 600;

export type CorrectionRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'missing' | 'too-long';

/** Adds a dated public correction under the story. It is permanent: a wrong correction is corrected by another. */
export async function addCorrection(
  db: Db,
  actor: Actor,
  { storyId, words: wordsInput, formKey }: { storyId: number; words: string; formKey?: string },
  now = new Date(),
): Promise<Result<void, CorrectionRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  const words = normalise(wordsInput).trim();
  if (words === '') return refused('missing', 'words');
  if (words.length > maxCorrection) return refused('too-long', 'words');

  const content = { correction: words, storyId };
  return tx(db, (t) =>
    answerOnce(t, { actor, formKey, content: content }, now, () => {
      const story = storyById(t, storyId);
      if (!story) return refused('not-found');
      if (story.state !== 'published') return refused('wrong-state');

      const before = visibilityOf(t, storyId);
      t.insert(corrections)
        .values({ storyId, words, staffId: actor.kind === 'staff' ? actor.id : null, at: now })
        .run();
      t.update(stories).set({ correctedAt: now }).where(eq(stories.id, storyId)).run();
      appendAudit(t, {
        actor,
        verb: 'add-correction',
        subject: `story:${storyId}`,
        after: { words },
        at: now,
      });
      reindexAndAnnounce(t, storyId, before, now);
      return done();
    }),
  );
}
