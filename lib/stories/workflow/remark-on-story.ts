import { normalise } from '@barta/bengali/normalise';
import type { Db, Tx } from '@/db/client';
import { storyRemarks } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import { answerOnce } from '@/lib/idempotency/idempotency-key';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { storyById } from '../story-row';

/** The longest remark, in UTF-16 units: a page of typescript. */
export const maxRemark = 2000;

export type RemarkRefusal = 'forbidden' | 'not-found' | 'missing' | 'too-long';

/** Adds an internal remark to a story. Readers never see it, and the story's text stays. */
export async function remarkOnStory(
  db: Db,
  actor: Actor,
  { storyId, words: wordsInput, formKey }: { storyId: number; words: string; formKey?: string },
  now = new Date(),
): Promise<Result<void, RemarkRefusal>> {
  if (!may(actor, 'write-story')) return refused('forbidden');
  const words = normalise(wordsInput).trim();
  if (words === '') return refused('missing', 'words');
  if (words.length > maxRemark) return refused('too-long', 'words');

  const content = { remark: words, storyId };
  return tx(db, (t) =>
    answerOnce(t, { actor, formKey, content: content }, now, () => {
      if (!storyById(t, storyId)) return refused('not-found');
      putRemark(t, actor, { storyId, words, kind: 'remark' }, now);
      appendAudit(t, { actor, verb: 'remark-on-story', subject: `story:${storyId}`, at: now });
      return done();
    }),
  );
}

/** Inside the caller's transaction, which writes the audit. */
export function putRemark(
  t: Tx,
  actor: Actor,
  remark: { storyId: number; words: string; kind: 'remark' | 'sent-back' },
  now: Date,
): void {
  t.insert(storyRemarks)
    .values({ ...remark, staffId: actor.kind === 'staff' ? actor.id : null, at: now })
    .run();
}
