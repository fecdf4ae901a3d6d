import { foldName } from '@barta/bengali/word-filter/fold-name';
import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { commenters, comments } from '@/db/schema';
import { writerStanding } from './writer-standing';

/** Comments from before names were folded are folded when their discussion goes on, so many at a time. */
const FOLDED_AT_ONCE = 500;
/** So many writers of one name are looked at: the first known one decides. */
const MOST_OF_ONE_NAME = 20;

interface NamedWriter {
  storyId: number;
  nameKey: string;
  commenterId: number;
  device: string;
  /** The address is proven on this device. */
  isProven: boolean;
}

/** A name as `comments.nameKey` has it: look-alike names are equal. */
export function nameKeyOf(name: string): string {
  return foldName(name).slice(0, 200);
}

/**
 * Whether this name is the newsroom's or a known writer's in this discussion, who is somebody else: another address, or
 * the same one on a device that has not proven it.
 */
export function isNamesake(t: Tx, writer: NamedWriter, now: Date): boolean {
  const { storyId, nameKey, commenterId, device, isProven } = writer;
  if (nameKey === '') return false;
  foldNames(t, storyId);
  const others = t
    .selectDistinct({
      commenterId: comments.commenterId,
      device: comments.device,
      fromNewsroom: comments.fromNewsroom,
    })
    .from(comments)
    .where(and(eq(comments.storyId, storyId), eq(comments.nameKey, nameKey), eq(comments.state, 'visible')))
    .limit(MOST_OF_ONE_NAME)
    .all()
    .filter((other) => other.commenterId !== commenterId || (!isProven && other.device !== device));
  return others.some((other) => other.fromNewsroom || isKnown(t, other, now));
}

function isKnown(
  t: Tx,
  { commenterId, device }: { commenterId: number; device: string },
  now: Date,
): boolean {
  const commenter = t.select().from(commenters).where(eq(commenters.id, commenterId)).get();
  return writerStanding(t, commenter, device, now).level !== 'new';
}

function foldNames(t: Tx, storyId: number): void {
  const rows = t
    .select({ id: comments.id, name: comments.name })
    .from(comments)
    .where(and(eq(comments.storyId, storyId), isNull(comments.nameKey)))
    .limit(FOLDED_AT_ONCE)
    .all();
  for (const { id, name } of rows)
    t.update(comments)
      .set({ nameKey: nameKeyOf(name) })
      .where(eq(comments.id, id))
      .run();
}
