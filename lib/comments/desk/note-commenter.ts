import { countGraphemes } from '@barta/bengali/graphemes';
import { eq } from 'drizzle-orm';
import type { Db } from '@/db/client';
import { commenterNotes, commenters } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { isSeen, plainText } from '../posting/plain-text';

export const MAX_NOTE = 1000;

/** What the next moderator should know of a commenter. The words stay out of the audit: they may name somebody. */
export async function noteCommenter(
  db: Db,
  actor: Actor,
  { commenterId, words: rawWords }: { commenterId: number; words: string },
  now = new Date(),
): Promise<Result<{ id: number; words: string }, 'forbidden' | 'unknown-commenter' | 'empty' | 'too-long'>> {
  if (actor.kind !== 'staff' || !may(actor, 'moderate')) return refused('forbidden');
  // The bound on length comes first: segmenting a megabyte is slow.
  if (rawWords.length > MAX_NOTE * 20) return refused('too-long', 'words');
  const words = plainText(rawWords);
  if (!isSeen(words)) return refused('empty', 'words');
  if (countGraphemes(words) > MAX_NOTE) return refused('too-long', 'words');

  return tx(db, (t) => {
    const commenter = t.select().from(commenters).where(eq(commenters.id, commenterId)).get();
    if (!commenter) return refused('unknown-commenter');
    const note = t
      .insert(commenterNotes)
      .values({ commenterId, staffId: actor.id, words, at: now })
      .returning({ id: commenterNotes.id })
      .get();
    appendAudit(t, {
      actor,
      verb: 'note-commenter',
      subject: `commenter:${commenterId}`,
      after: { note: note.id },
      at: now,
    });
    return done({ ...note, words });
  });
}
