import { and, asc, desc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import { alias, type SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Db } from '../client';
import {
  bans,
  type CommentState,
  commenterNotes,
  commenters,
  comments,
  moderationActions,
  pictures,
  reports,
  sections,
  staff,
  stories,
} from '../schema';
import type { CommentCursor } from './comments';

/** What a moderator has asked to see. What is not named does not matter. */
export interface CommentsAsked {
  state?: CommentState | undefined;
  /** Only what readers have complained of, and nobody has settled. */
  reported?: boolean | undefined;
  section?: string | undefined;
  storyId?: number | undefined;
  commenterId?: number | undefined;
  /** From this moment on, and before that one. */
  since?: Date | undefined;
  until?: Date | undefined;
  hasLink?: boolean | undefined;
  /** A code of `heldBecause`. */
  why?: string | undefined;
  /** Decided by this member of staff. */
  decidedBy?: number | undefined;
  /** In the words or the name; as saved, so normalised. */
  words?: string | undefined;
  /** The writer's whole address, as saved. */
  email?: string | undefined;
}

export interface CommentsPlace {
  /** `older`: newest first from the cursor on; `newer`: oldest first. */
  to: 'older' | 'newer';
  from: CommentCursor;
  limit: number;
}

const parent = alias(comments, 'parent');

/** Comments with all that a moderator decides by. For staff only. */
export async function commentsOnDesk(db: Db, asked: CommentsAsked, { to, from, limit }: CommentsPlace) {
  const place = sql`(${from.at.getTime()}, ${from.id})`;
  const beyond =
    to === 'older'
      ? sql`(${comments.createdAt}, ${comments.id}) < ${place}`
      : sql`(${comments.createdAt}, ${comments.id}) > ${place}`;
  const order = (column: SQLiteColumn) => (to === 'older' ? desc(column) : asc(column));
  return db
    .select({
      id: comments.id,
      version: comments.version,
      state: comments.state,
      name: comments.name,
      website: comments.website,
      body: comments.body,
      heldBecause: comments.heldBecause,
      signals: comments.signals,
      network: comments.network,
      device: comments.device,
      fromNewsroom: comments.fromNewsroom,
      pickedAt: comments.pickedAt,
      editedAt: comments.editedAt,
      likes: comments.likes,
      createdAt: comments.createdAt,
      story: {
        id: stories.id,
        headline: stories.headline,
        section: sections.slug,
        sectionId: sections.id,
        state: stories.state,
        comments: stories.comments,
        publishedAt: stories.publishedAt,
        variants: pictures.variants,
        pictureAlt: pictures.alt,
      },
      parent: { id: parent.id, name: parent.name, body: parent.body, state: parent.state },
      commenter: {
        id: commenters.id,
        email: commenters.email,
        name: commenters.name,
        approved: commenters.approved,
        hidden: commenters.hidden,
        firstSeen: commenters.createdAt,
        verifiedAt: commenters.verifiedAt,
        erasedAt: commenters.erasedAt,
      },
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .leftJoin(pictures, eq(pictures.id, stories.pictureId))
    .leftJoin(parent, eq(parent.id, comments.parentId))
    .where(and(beyond, ...wanted(asked)))
    .orderBy(order(comments.createdAt), order(comments.id))
    .limit(limit)
    .all();
}

function wanted(asked: CommentsAsked): (SQL | undefined)[] {
  return [
    asked.state && eq(comments.state, asked.state),
    asked.reported
      ? sql`${comments.id} in (select comment_id from reports where settled_at is null)`
      : undefined,
    asked.reported ? sql`${comments.state} <> 'withdrawn'` : undefined,
    asked.section === undefined ? undefined : eq(sections.slug, asked.section),
    asked.storyId === undefined ? undefined : eq(comments.storyId, asked.storyId),
    asked.commenterId === undefined ? undefined : eq(comments.commenterId, asked.commenterId),
    asked.email === undefined
      ? undefined
      : sql`${comments.commenterId} = (select id from commenters where email = ${asked.email})`,
    asked.since && sql`${comments.createdAt} >= ${asked.since.getTime()}`,
    asked.until && sql`${comments.createdAt} < ${asked.until.getTime()}`,
    asked.hasLink
      ? sql`(${comments.body} like '%http%://%' or ${comments.body} like '%www.%' or ${comments.website} <> '')`
      : undefined,
    asked.why === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${comments.heldBecause}) where value = ${asked.why})`,
    asked.decidedBy === undefined
      ? undefined
      : sql`exists (select 1 from moderation_actions a where a.comment_id = ${comments.id}
          and a.staff_id = ${asked.decidedBy} and a.undone_at is null)`,
    asked.words === undefined
      ? undefined
      : sql`(instr(lower(${comments.body}), ${asked.words}) > 0 or instr(lower(${comments.name}), ${asked.words}) > 0)`,
  ];
}

/** What was done to these comments, the latest first; `by` is null where a rule or the operator acted. */
export async function actionsOn(db: Db, commentIds: readonly number[]) {
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
export async function openReportsOn(db: Db, commentIds: readonly number[]) {
  return db
    .select({ commentId: reports.commentId, reason: reports.reason, words: reports.words, at: reports.at })
    .from(reports)
    .where(and(inArray(reports.commentId, [...commentIds]), isNull(reports.settledAt)))
    .orderBy(asc(reports.id))
    .all();
}

/** Newest first. */
export async function notesOn(db: Db, commenterIds: readonly number[]) {
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
export async function writtenBy(db: Db, commenterIds: readonly number[]) {
  return db
    .select({ commenterId: comments.commenterId, count: sql<number>`count(*)` })
    .from(comments)
    .where(inArray(comments.commenterId, [...commenterIds]))
    .groupBy(comments.commenterId)
    .all();
}

/** How many comments each of these stories shows. */
export async function shownUnder(db: Db, storyIds: readonly number[]) {
  return db
    .select({ storyId: comments.storyId, count: sql<number>`count(*)` })
    .from(comments)
    .where(and(inArray(comments.storyId, [...storyIds]), eq(comments.state, 'visible')))
    .groupBy(comments.storyId)
    .all();
}

/** How many addresses have written from each of these networks since then. */
export async function addressesFrom(db: Db, networks: readonly string[], since: Date) {
  return db
    .select({ network: comments.network, count: sql<number>`count(distinct ${comments.commenterId})` })
    .from(comments)
    .where(and(inArray(comments.network, [...networks]), sql`${comments.createdAt} >= ${since.getTime()}`))
    .groupBy(comments.network)
    .all();
}

/** Which of these values are barred now. */
export async function bansOn(db: Db, values: readonly string[], now: Date) {
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
export async function countIn(db: Db, state: CommentState, most: number): Promise<number> {
  const some = db
    .select({ id: comments.id })
    .from(comments)
    .where(eq(comments.state, state))
    .limit(most)
    .as('some');
  return db.select({ count: sql<number>`count(*)` }).from(some).get()?.count ?? 0;
}

/** How many comments bear an open report. */
export async function reportedCount(db: Db): Promise<number> {
  const row = db
    .select({ count: sql<number>`count(distinct ${reports.commentId})` })
    .from(reports)
    .innerJoin(comments, eq(comments.id, reports.commentId))
    .where(and(isNull(reports.settledAt), sql`${comments.state} <> 'withdrawn'`))
    .get();
  return row?.count ?? 0;
}

export async function oldestHeld(db: Db) {
  return db
    .select({ at: comments.createdAt })
    .from(comments)
    .where(eq(comments.state, 'held'))
    .orderBy(asc(comments.createdAt), asc(comments.id))
    .limit(1)
    .get();
}

/** What a member has decided, the latest first; `before` is the last id of the page before. */
export async function decisionsBy(db: Db, staffId: number, before: number, limit: number) {
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
