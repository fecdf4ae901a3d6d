import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { commenterDevices, comments } from '@/db/schema';
import { COMMENTS_CONSIDERED } from './trust-limits';
import type { JudgedComment } from './writer-record';

/** The latest comments under an address that were decided on, within the transaction that is open on `db`. */
export function judgedComments(db: ReadDb, commenterId: number): JudgedComment[] {
  return decidedComments(db)
    .all({ commenterId })
    .map(({ isApproved, removal, ...row }) => ({
      ...row,
      ...removalIn(removal),
      isApproved: isApproved === 1,
    }));
}

const standing = sql`undone_at is null`;
const decidedComments = preparedQuery((db) =>
  db
    .select({
      device: comments.device,
      state: comments.state,
      createdAt: comments.createdAt,
      isApproved: sql<number>`exists (select 1 from moderation_actions where comment_id = ${comments.id}
        and to_state = 'visible' and staff_id is not null and ${standing})`,
      removal: sql<string | null>`(select at || ':' || reason from moderation_actions
        where comment_id = ${comments.id} and to_state in ('hidden', 'spam') and ${standing}
        order by id desc limit 1)`,
      openReports: sql<number>`(select count(*) from reports
        where comment_id = ${comments.id} and settled_at is null)`,
    })
    .from(comments)
    .where(
      and(
        eq(comments.commenterId, sql.placeholder('commenterId')),
        inArray(comments.state, ['visible', 'hidden', 'spam']),
      ),
    )
    .orderBy(desc(comments.id))
    .limit(COMMENTS_CONSIDERED)
    .prepare(),
);

function removalIn(removal: string | null): Pick<JudgedComment, 'removedAt' | 'removedFor'> {
  const [, at, reason = ''] = /^(\d+):(.*)$/s.exec(removal ?? '') ?? [];
  return { removedAt: at === undefined ? null : new Date(Number(at)), removedFor: reason };
}

/** The devices on which the address is proven. */
export function provenDevices(db: ReadDb, commenterId: number) {
  return provenOf(db).all({ commenterId });
}

const provenOf = preparedQuery((db) =>
  db
    .select({ device: commenterDevices.device, provenAt: commenterDevices.provenAt })
    .from(commenterDevices)
    .where(eq(commenterDevices.commenterId, sql.placeholder('commenterId')))
    .prepare(),
);
