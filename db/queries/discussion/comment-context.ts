import { and, asc, desc, eq, gt, inArray, isNull, or, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import {
  bans,
  type CommentState,
  commenterNotes,
  comments,
  moderationActions,
  reports,
  staff,
} from '@/db/schema';

/** What was done to these comments, the latest first; `by` is null where a rule or the operator acted. */
export async function actionsOn(db: ReadDb, commentIds: readonly number[]) {
  return db
    .select({
      id: moderationActions.id,
      commentId: moderationActions.commentId,
      by: staff.name,
      to: moderationActions.to,
      reason: moderationActions.reason,
      at: moderationActions.at,
      undoneAt: moderationActions.undoneAt,
    })
    .from(moderationActions)
    .leftJoin(staff, eq(staff.id, moderationActions.staffId))
    .where(inArray(moderationActions.commentId, [...commentIds]))
    .orderBy(desc(moderationActions.id))
    .all();
}

/** The complaints that nobody has settled, oldest first. */
export async function openReportsOn(db: ReadDb, commentIds: readonly number[]) {
  return db
    .select({ commentId: reports.commentId, reason: reports.reason, words: reports.words, at: reports.at })
    .from(reports)
    .where(and(inArray(reports.commentId, [...commentIds]), isNull(reports.settledAt)))
    .orderBy(asc(reports.id))
    .all();
}

/** Newest first. */
export async function notesOn(db: ReadDb, commenterIds: readonly number[]) {
  return db
    .select({
      commenterId: commenterNotes.commenterId,
      by: staff.name,
      words: commenterNotes.words,
      at: commenterNotes.at,
    })
    .from(commenterNotes)
    .innerJoin(staff, eq(staff.id, commenterNotes.staffId))
    .where(inArray(commenterNotes.commenterId, [...commenterIds]))
    .orderBy(desc(commenterNotes.id))
    .all();
}

/** How many comments each of them has written, in whatever state. */
export async function writtenBy(db: ReadDb, commenterIds: readonly number[]) {
  return db
    .select({ commenterId: comments.commenterId, count: sql<number>`count(*)` })
    .from(comments)
    .where(inArray(comments.commenterId, [...commenterIds]))
    .groupBy(comments.commenterId)
    .all();
}

/** How many comments each of these stories shows. */
export async function shownUnder(db: ReadDb, storyIds: readonly number[]) {
  return db
    .select({ storyId: comments.storyId, count: sql<number>`count(*)` })
    .from(comments)
    .where(and(inArray(comments.storyId, [...storyIds]), eq(comments.state, 'visible')))
    .groupBy(comments.storyId)
    .all();
}

/** How many addresses have written from each of these networks since then. */
export async function addressesFrom(db: ReadDb, networks: readonly string[], since: Date) {
  return db
    .select({ network: comments.network, count: sql<number>`count(distinct ${comments.commenterId})` })
    .from(comments)
    .where(and(inArray(comments.network, [...networks]), sql`${comments.createdAt} >= ${since.getTime()}`))
    .groupBy(comments.network)
    .all();
}

/** Which of these values are barred now. */
export async function bansOn(db: ReadDb, values: readonly string[], now: Date) {
  return db
    .select({ kind: bans.kind, value: bans.value, until: bans.until })
    .from(bans)
    .where(
      and(
        inArray(bans.kind, ['address', 'device', 'network']),
        inArray(bans.value, [...values]),
        isNull(bans.liftedAt),
        or(isNull(bans.until), gt(bans.until, now)),
      ),
    )
    .all();
}

/** How many are in that state, counted no further than `most`. */
export async function countIn(db: ReadDb, state: CommentState, most: number): Promise<number> {
  const some = db
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.state, state))
    .limit(most)
    .as('some');
  return db.select({ count: sql<number>`count(*)` }).from(some).get()?.count ?? 0;
}

/** How many comments bear an open report. */
export async function reportedCount(db: ReadDb): Promise<number> {
  const row = db
    .select({ count: sql<number>`count(distinct ${reports.commentId})` })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .where(and(isNull(reports.settledAt), sql`${comments.state} <> 'withdrawn'`))
    .get();
  return row?.count ?? 0;
}

export async function oldestHeld(db: ReadDb) {
  return db
    .select({ at: comments.createdAt })
    .from(comments)
    .where(eq(comments.state, 'held'))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(1)
    .get();
}

/** What a member has decided, the latest first; `before` is the last id of the page before. */
export async function decisionsBy(db: ReadDb, staffId: number, before: number, limit: number) {
  return db
    .select({
      id: moderationActions.id,
      batch: moderationActions.batch,
      from: moderationActions.from,
      to: moderationActions.to,
      reason: moderationActions.reason,
      at: moderationActions.at,
      undoneAt: moderationActions.undoneAt,
      comment: { id: comments.id, name: comments.name, body: comments.body, state: comments.state },
      /** Somebody has decided anew after it. */
      isOver: sql<number>`exists (select 1 from moderation_actions later
        where later.comment_id = ${moderationActions.commentId} and later.id > ${moderationActions.id}
        and later.undone_at is null)`.mapWith(Boolean),
    })
    .from(moderationActions)
    .innerJoin(comments, eq(comments.id, moderationActions.commentId))
    .where(and(eq(moderationActions.staffId, staffId), sql`${moderationActions.id} < ${before}`))
    .orderBy(desc(moderationActions.id))
    .limit(limit)
    .all();
}
