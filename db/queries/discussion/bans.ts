import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { ReadDb } from '@/db/client';
import { bans, comments, staff } from '@/db/schema';

/** `standing`: in force now; `appealed`: of those, with an appeal that waits; `over`: lifted or ended. */
export type BanListKind = 'standing' | 'appealed' | 'over';

const answerer = alias(staff, 'answerer');

/** Newest first. The values that are barred are not among it: nobody at the desk can read anything in them. */
export async function bansListed(db: ReadDb, asked: BanListKind, before: number, limit: number, now: Date) {
  const stands = and(isNull(bans.liftedAt), or(isNull(bans.until), gt(bans.until, now)));
  const wanted = {
    standing: stands,
    appealed: and(stands, isNotNull(bans.appealedAt), isNull(bans.answeredAt)),
    over: or(isNotNull(bans.liftedAt), sql`${bans.until} <= ${now.getTime()}`),
  }[asked];
  return db
    .select({
      id: bans.id,
      kind: bans.kind,
      reason: bans.reason,
      appeal: bans.appeal,
      appealedAt: bans.appealedAt,
      answer: bans.answer,
      answeredAt: bans.answeredAt,
      answeredBy: answerer.name,
      until: bans.until,
      createdAt: bans.createdAt,
      liftedAt: bans.liftedAt,
      by: staff.name,
      comment: {
        id: comments.id,
        name: comments.name,
        body: comments.body,
        commenterId: comments.commenterId,
      },
    })
    .from(bans)
    .innerJoin(staff, eq(staff.id, bans.staffId))
    .leftJoin(answerer, eq(answerer.id, bans.answeredBy))
    .leftJoin(comments, eq(comments.id, bans.commentId))
    .where(and(wanted, sql`${bans.id} < ${before}`))
    .orderBy(desc(bans.id))
    .limit(limit)
    .all();
}

/** Of the bans in force, how many wait for an answer to their appeal; at most `most` are counted. */
export async function appealsWaiting(db: ReadDb, now: Date, most: number): Promise<number> {
  return (await bansListed(db, 'appealed', Number.MAX_SAFE_INTEGER, most, now)).length;
}

/** A ban with the answer to its appeal, for the letter about it. */
export async function banById(db: ReadDb, id: number) {
  return db.select().from(bans).where(eq(bans.id, id)).get();
}
