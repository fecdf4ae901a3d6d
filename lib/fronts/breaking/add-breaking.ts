import { normalise } from '@barta/bengali/normalise';
import { eq, max } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { breakingLines, stories } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { announce } from '@/lib/cache/announce';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';

/** Why a breaking line can be refused. Each has a label: `fronts.<code>`. */
export type BreakingRefusal =
  | 'forbidden'
  | 'not-found'
  | 'words-empty'
  | 'too-long'
  | 'no-story'
  | 'story-not-published'
  | 'until-invalid'
  | 'nothing-to-do';

export const maxBreakingWords = 120;
/** A line without an end is removed after two days. */
const MAX_HOURS = 48;

/** Appends a line to the breaking strip (শিরোনাম), which every reader page shows. `until` null: no end. */
export async function addBreaking(
  db: Db,
  actor: Actor,
  {
    words,
    storyId,
    until,
    formKey,
  }: { words: string; storyId: number | null; until: Date | null; formKey?: string },
  now = new Date(),
): Promise<Result<{ id: number }, BreakingRefusal>> {
  if (!may(actor, 'curate')) return refused('forbidden');
  const line = normalise(words).replace(/\s+/gu, ' ').trim();
  if ([...line].length > maxBreakingWords) return refused('too-long', 'words');
  if (until === null || until <= now || until.getTime() > now.getTime() + MAX_HOURS * 3_600_000)
    return refused('until-invalid', 'until');

  const content = { breaking: line, storyId, until };
  return tx(db, (t) =>
    answerOnce(t, { actor, formKey, content: content }, now, () => {
      const story = storyId === null ? null : t.select().from(stories).where(eq(stories.id, storyId)).get();
      if (story === undefined) return refused('no-story', 'storyId');
      if (story && story.state !== 'published') return refused('story-not-published', 'storyId');
      const text = line || (story?.headline ?? '');
      if (text === '') return refused('words-empty', 'words');

      const last = t
        .select({ position: max(breakingLines.position) })
        .from(breakingLines)
        .get();
      const added = t
        .insert(breakingLines)
        .values({
          words: text,
          storyId,
          position: (last?.position ?? 0) + 1,
          until,
          staffId: actor.kind === 'staff' ? actor.id : null,
          createdAt: now,
        })
        .returning()
        .get();
      appendAudit(t, {
        actor,
        verb: 'add-breaking',
        subject: `breaking:${added.id}`,
        after: { words: text, storyId, until },
        at: now,
      });
      announce(t, { kind: 'settings-changed' }, now);
      return done({ id: added.id });
    }),
  );
}
