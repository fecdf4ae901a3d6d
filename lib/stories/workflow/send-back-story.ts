import { normalise } from '@barta/bengali/normalise';
import type { Db } from '@/db/client';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { done, type Result, refused } from '@/lib/result';
import { storyById } from '../story-row';
import { writeStory } from '../write-story';
import type { StoryAt } from './move-story';
import { reindexAndAnnounce, visibilityOf } from './reindex-and-announce';
import { maxRemark, putRemark } from './remark-on-story';

export type SendBackRefusal = 'forbidden' | 'not-found' | 'wrong-state' | 'stale' | 'missing' | 'too-long';

/**
 * Returns a filed story to its reporter with a note of what to do, which is shown beside the text until it is filed
 * again.
 */
export async function sendBackStory(
  db: Db,
  actor: Actor,
  { storyId, basedOn, words: wordsInput }: StoryAt & { words: string },
  now = new Date(),
): Promise<Result<void, SendBackRefusal>> {
  if (!may(actor, 'publish-story')) return refused('forbidden');
  const words = normalise(wordsInput).trim();
  if (words === '') return refused('missing', 'words');
  if (words.length > maxRemark) return refused('too-long', 'words');

  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (story.state !== 'filed') return refused('wrong-state');
    const before = visibilityOf(t, storyId);
    const written = { state: 'draft', assigneeId: story.createdBy } as const;
    if (!writeStory(t, { id: storyId, basedOn }, written, now)) return refused('stale');
    putRemark(t, actor, { storyId, words, kind: 'sent-back' }, now);
    appendAudit(t, {
      actor,
      verb: 'return-story',
      subject: `story:${storyId}`,
      before: { state: 'filed' },
      after: { state: 'draft', words },
      at: now,
    });
    reindexAndAnnounce(t, storyId, before, now);
    return done();
  });
}
