import type { Db, Tx } from '@/db/client';
import type { StoryState } from '@/db/schema';
import { tx } from '@/db/tx';
import { appendAudit } from '@/lib/audit/append';
import type { AuditVerb } from '@/lib/audit/audit-verbs';
import type { Actor } from '@/lib/people/actor';
import { done, type Result, refused } from '@/lib/result';
import { storedDocument } from '../body/stored-body';
import { undescribedPictures } from '../body/undescribed-pictures';
import { type FieldFault, faultsForReaders } from '../fields/check-fields';
import type { StoryRow } from '../fields/field';
import { fieldsOf } from '../fields/store-fields';
import { storyById } from '../story-row';
import { writeStory } from '../write-story';
import { reindexAndAnnounce, visibilityOf } from './reindex-and-announce';

/** A story, and the version of it that was displayed. */
export interface StoryAt {
  storyId: number;
  basedOn: number;
}

interface Move<Hindrance extends string> {
  verb: AuditVerb;
  from: readonly StoryState[];
  to: StoryState;
  isAllowed: (story: StoryRow) => boolean;
  /** Further checks against what is stored at that moment. */
  hindrance?: (t: Tx, story: StoryRow) => Hindrance | null;
  /** Further columns to write. */
  change?: (story: StoryRow) => Partial<StoryRow>;
  /** Drafts and filed texts may be unfinished; published ones may not. */
  mustBeFinished?: boolean;
  /** A draft's placeholder is not a headline for readers. */
  mustHaveHeadline?: boolean;
}

export type MoveRefusal = 'forbidden' | 'not-found' | 'stale' | 'wrong-state' | FieldFault['code'];

/**
 * The one path between states, used by the named commands: checks permission, version and fitness, then writes,
 * audits and announces. A second click finds the wanted state and succeeds.
 */
export async function moveStory<Hindrance extends string = never>(
  db: Db,
  actor: Actor,
  { storyId, basedOn }: StoryAt,
  {
    verb,
    from,
    to,
    isAllowed,
    hindrance,
    change,
    mustBeFinished = false,
    mustHaveHeadline = false,
  }: Move<Hindrance>,
  now: Date,
): Promise<Result<{ version: number }, MoveRefusal | Hindrance>> {
  return tx(db, (t) => {
    const story = storyById(t, storyId);
    if (!story) return refused('not-found');
    if (!isAllowed(story)) return refused('forbidden');
    const isThere = story.state === to && !from.includes(to);
    if (isThere) return done({ version: story.version });
    if (!from.includes(story.state) || story.binnedAt) return refused('wrong-state');
    const hindered = hindrance?.(t, story);
    if (hindered) return refused(hindered);

    if (mustHaveHeadline && story.headline === story.workingTitle)
      return refused('working-title', 'headline');
    const [fault] = mustBeFinished ? faultsForReaders(fieldsOf(t, story)) : [];
    if (fault) return refused(fault.code, fault.field);
    if (mustBeFinished && undescribedPictures(t, storedDocument(story)).length > 0)
      return refused('undescribed', 'body');

    const before = visibilityOf(t, storyId);
    const written = { ...change?.(story), state: to };
    if (!writeStory(t, { id: storyId, basedOn }, written, now)) return refused('stale');
    appendAudit(t, {
      actor,
      verb,
      subject: `story:${storyId}`,
      before: { state: story.state },
      after: written,
      at: now,
    });
    reindexAndAnnounce(t, storyId, before, now);
    return done({ version: basedOn + 1 });
  });
}
