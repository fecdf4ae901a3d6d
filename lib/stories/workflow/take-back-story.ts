import { and, desc, eq, gt, gte, isNotNull, ne, or } from 'drizzle-orm';
import type { Db, ReadDb } from '@/db/client';
import { auditEntries, presence, storyDrafts } from '@/db/schema';
import type { Actor } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import type { Result } from '@/lib/result';
import type { StoryRow } from '../fields/field';
import { presentSince } from '../versions/presence/report-presence';
import { type MoveRefusal, moveStory, type StoryAt } from './move-story';

export type TakeBackRefusal = MoveRefusal | 'in-other-hands';

/** Whoever filed a story can take it back as a draft, as long as nobody else has it open or has acted on it. */
export async function takeBackStory(
  db: Db,
  actor: Actor,
  which: StoryAt,
  now = new Date(),
): Promise<Result<{ version: number }, TakeBackRefusal>> {
  return moveStory(
    db,
    actor,
    which,
    {
      verb: 'take-back-story',
      from: ['filed'],
      to: 'draft',
      isAllowed: (story) => isWriter(actor, story),
      hindrance: (t, story) => (isInOtherHands(t, actor, story, now) ? 'in-other-hands' : null),
    },
    now,
  );
}

/** Whether to show the button for it. */
export function mayTakeBack(
  t: ReadDb,
  actor: Actor,
  story: Pick<StoryRow, 'id' | 'state' | 'createdBy' | 'binnedAt'>,
  now = new Date(),
): boolean {
  const isFiled = story.state === 'filed' && !story.binnedAt;
  return isFiled && isWriter(actor, story) && !isInOtherHands(t, actor, story, now);
}

function isWriter(actor: Actor, story: Pick<StoryRow, 'createdBy'>): boolean {
  return may(actor, 'write-story') && actor.kind === 'staff' && story.createdBy === actor.id;
}

function isInOtherHands(t: ReadDb, actor: Actor, { id }: Pick<StoryRow, 'id'>, now: Date): boolean {
  const me = actor.kind === 'staff' ? actor.id : 0;
  const isOpen = t
    .select({ staffId: presence.staffId })
    .from(presence)
    .where(and(eq(presence.storyId, id), ne(presence.staffId, me), gt(presence.seenAt, presentSince(now))))
    .get();
  if (isOpen) return true;
  const ofStory = and(eq(auditEntries.subjectKind, 'story'), eq(auditEntries.subject, String(id)));
  const filed = t
    .select({ id: auditEntries.id, at: auditEntries.at })
    .from(auditEntries)
    .where(and(ofStory, eq(auditEntries.verb, 'file-story')))
    .orderBy(desc(auditEntries.id))
    .limit(1)
    .get();
  const byOthers = or(
    ne(auditEntries.actorKind, 'staff'),
    and(isNotNull(auditEntries.actorId), ne(auditEntries.actorId, me)),
  );
  // The filing too: if an editor filed it in another's name, an editor has acted on it.
  const since = t
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(ofStory, gte(auditEntries.id, filed?.id ?? 0), byOthers))
    .get();
  if (since) return true;
  // Unsaved drafts by others, whose form has been closed meanwhile.
  const begun = t
    .select({ staffId: storyDrafts.staffId })
    .from(storyDrafts)
    .where(
      and(
        eq(storyDrafts.storyId, id),
        ne(storyDrafts.staffId, me),
        gte(storyDrafts.savedAt, filed?.at ?? new Date(0)),
      ),
    )
    .get();
  return begun !== undefined;
}
