import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '@/db/client';
import { commenters, comments, emailTokens, jobs, sections, stories, subscriptions } from '@/db/schema';

export async function commenterById(db: ReadDb, id: number) {
  return db.select().from(commenters).where(eq(commenters.id, id)).get();
}

export async function subscriptionById(db: ReadDb, id: number) {
  return db.select().from(subscriptions).where(eq(subscriptions.id, id)).get();
}

const root = alias(comments, 'root');

/** All that an address has consented to, oldest first, with the story whose discussion it is about. */
export async function subscriptionsOf(db: ReadDb, commenterId: number) {
  return db
    .select({
      id: subscriptions.id,
      kind: subscriptions.kind,
      rootId: subscriptions.rootId,
      consentedAt: subscriptions.consentedAt,
      confirmedAt: subscriptions.confirmedAt,
      endedAt: subscriptions.endedAt,
      endedBecause: subscriptions.endedBecause,
      headline: stories.headline,
      storyId: stories.id,
      section: sections.slug,
    })
    .from(subscriptions)
    .leftJoin(root, eq(root.id, subscriptions.rootId))
    .leftJoin(stories, eq(stories.id, root.storyId))
    .leftJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(subscriptions.commenterId, commenterId))
    .orderBy(asc(subscriptions.id))
    .all();
}

/** Those of the comments that readers see now, oldest first, with the address of their story. */
export async function visibleAmong(db: ReadDb, ids: readonly number[]) {
  return db
    .select({
      id: comments.id,
      name: comments.name,
      body: comments.body,
      storyId: stories.id,
      headline: stories.headline,
      section: sections.slug,
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(inArray(comments.id, [...ids]), eq(comments.state, 'visible'), eq(stories.state, 'published')))
    .orderBy(asc(comments.id))
    .all();
}

/** A comment's story, for the letter about it. */
export async function storyOfComment(db: ReadDb, commentId: number) {
  return db
    .select({ headline: stories.headline, state: comments.state, commenterId: comments.commenterId })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .where(eq(comments.id, commentId))
    .get();
}

/** A commenter's own comments in every state, newest first. */
export async function commentsOf(db: ReadDb, commenterId: number, limit: number) {
  return db
    .select({
      id: comments.id,
      body: comments.body,
      name: comments.name,
      website: comments.website,
      state: comments.state,
      parentId: comments.parentId,
      createdAt: comments.createdAt,
      editedAt: comments.editedAt,
      storyId: stories.id,
      headline: stories.headline,
      section: sections.slug,
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(comments.commenterId, commenterId))
    .orderBy(desc(comments.id))
    .limit(limit)
    .all();
}

export async function mailedToken(db: ReadDb, tokenHash: string) {
  return db.select().from(emailTokens).where(eq(emailTokens.tokenHash, tokenHash)).get();
}

/** Who is to get the morning letter, by the order of their subscriptions, from behind `after` on. */
export async function morningReaders(db: ReadDb, after: number, limit: number) {
  return db
    .select({ id: subscriptions.id, commenterId: subscriptions.commenterId })
    .from(subscriptions)
    .innerJoin(commenters, eq(commenters.id, subscriptions.commenterId))
    .where(
      and(
        eq(subscriptions.kind, 'letter'),
        isNotNull(subscriptions.confirmedAt),
        isNull(subscriptions.endedAt),
        isNull(commenters.erasedAt),
        gt(subscriptions.id, after),
      ),
    )
    .orderBy(asc(subscriptions.id))
    .limit(limit)
    .all();
}

const isLetter = eq(jobs.kind, 'letter');

/** How the post goes: what waits, what went since, and what was given up since with the last reason. */
export async function letterCounts(db: ReadDb, since: Date) {
  const count = sql<number>`count(*)`;
  const open = db
    .select({ count })
    .from(jobs)
    .where(and(isLetter, isNull(jobs.doneAt)))
    .get();
  const sent = db
    .select({ count })
    .from(jobs)
    .where(and(isLetter, gte(jobs.doneAt, since), eq(jobs.error, '')))
    .get();
  // What had nothing to say any more was neither sent nor lost.
  const troubled = and(isLetter, gte(jobs.doneAt, since), notInArray(jobs.error, ['', 'needless']));
  const givenUp = db.select({ count }).from(jobs).where(troubled).get();
  const last = db
    .select({ error: jobs.error })
    .from(jobs)
    .where(troubled)
    .orderBy(desc(jobs.doneAt))
    .limit(1)
    .get();
  return {
    waiting: open?.count ?? 0,
    sent: sent?.count ?? 0,
    givenUp: givenUp?.count ?? 0,
    trouble: last?.error ?? '',
  };
}
