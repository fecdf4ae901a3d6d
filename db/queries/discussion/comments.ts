import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { cachedUntilCommit } from '@/db/cached-until-commit';
import type { ReadDb } from '@/db/client';
import { preparedQuery } from '@/db/prepared-statement';
import { commenters, commentStates, comments, sections, stories } from '@/db/schema';

/** A place in a listing: strictly older than this one. */
export interface CommentCursor {
  at: Date;
  id: number;
}

/** What readers may see of a comment. The commenter is not among it, so no address can be. */
const shown = {
  id: comments.id,
  parentId: comments.parentId,
  rootId: comments.rootId,
  name: comments.name,
  isNamesake: comments.isNamesake,
  website: comments.website,
  body: comments.body,
  state: comments.state,
  fromNewsroom: comments.fromNewsroom,
  fromAuthor: comments.fromAuthor,
  likes: comments.likes,
  pickedAt: comments.pickedAt,
  editedAt: comments.editedAt,
  createdAt: comments.createdAt,
};

/** What changes from one run of a query to the next: numbers, each given by its name. */
const given = (name: string) => sql.placeholder(name);

/** The end of time, as a cursor that every comment is older than. */
export const newest: CommentCursor = { at: new Date(8.64e15), id: Number.MAX_SAFE_INTEGER };

/** The beginning of time: every comment is newer. */
export const oldest: CommentCursor = { at: new Date(-8.64e15), id: 0 };

export type TimeOrder = 'newest' | 'oldest';

/**
 * Threads behind a place, in the order asked for: roots that readers see, and those taken down, or back, that still have
 * visible answers. One walk of the index for each state, `limit` at most.
 */
export async function rootsBehind(
  db: ReadDb,
  storyId: number,
  { at, id }: CommentCursor,
  limit: number,
  order: TimeOrder = 'newest',
) {
  return rootsIn[order](db).all({ storyId, at: at.getTime(), id, limit });
}

const hasVisibleAnswer = sql`exists
  (select 1 from comments answer where answer.root_id = ${comments.id} and answer.state = 'visible')`;

const rootsIn = {
  newest: preparedQuery((db) => rootsBy(db, desc, sql`<`)),
  oldest: preparedQuery((db) => rootsBy(db, asc, sql`>`)),
};

function rootsBy(db: ReadDb, turn: typeof asc, behind: SQL) {
  const each = commentStates.map(
    (state) => sql`select * from (select ${comments.id} as id from ${comments}
      where ${comments.storyId} = ${given('storyId')} and ${comments.state} = ${sql.raw(`'${state}'`)}
        and ${comments.parentId} is null
        and (${comments.createdAt}, ${comments.id}) ${behind} (${given('at')}, ${given('id')})
        and ${state === 'visible' ? sql`true` : hasVisibleAnswer}
      order by ${turn(comments.createdAt)}, ${turn(comments.id)} limit ${given('limit')})`,
  );
  return db
    .select(shown)
    .from(comments)
    .where(sql`${comments.id} in (${sql.join(each, sql` union all `)})`)
    .orderBy(turn(comments.createdAt), turn(comments.id))
    .limit(given('limit'))
    .prepare();
}

/** The most liked first, of equals the newest; strictly behind this one. */
export async function likedRootsOf(
  db: ReadDb,
  storyId: number,
  behind: { likes: number; id: number },
  limit: number,
) {
  return db
    .select(shown)
    .from(comments)
    .where(
      and(
        eq(comments.storyId, storyId),
        sql`${comments.state} = 'visible' and ${comments.parentId} is null`,
        sql`(${comments.likes}, ${comments.id}) < (${behind.likes}, ${behind.id})`,
      ),
    )
    .orderBy(desc(comments.likes), desc(comments.id))
    .limit(limit)
    .all();
}

/** The ids of a thread's visible answers up to one of them, in order. */
export async function answerIdsUpTo(db: ReadDb, rootId: number, id: number) {
  return db
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.rootId, rootId), sql`${comments.state} = 'visible'`, sql`${comments.id} <= ${id}`))
    .orderBy(asc(comments.id))
    .all()
    .map((row) => row.id);
}

/** A thread's visible answers in the order they were written, so each stands after what it answers. */
export async function visibleRepliesOf(db: ReadDb, rootId: number, after: number, limit: number) {
  return db
    .select(shown)
    .from(comments)
    .where(
      and(eq(comments.rootId, rootId), sql`${comments.state} = 'visible'`, sql`${comments.id} > ${after}`),
    )
    .orderBy(asc(comments.id))
    .limit(limit)
    .all();
}

/** The first visible answers of each of these threads, `limit` of each, as `visibleRepliesOf`. */
export async function firstRepliesOf(db: ReadDb, rootIds: readonly number[], limit: number) {
  if (rootIds.length === 0) return [];
  return firstReplies(db).all({ roots: JSON.stringify(rootIds), limit });
}

const firstReplies = preparedQuery((db) => {
  const first = sql`select answer.value from json_each(${given('roots')}) thread,
    json_each((select json_group_array(id) from (select id from comments
      where root_id = thread.value and state = 'visible' order by id limit ${given('limit')}))) answer`;
  return db
    .select(shown)
    .from(comments)
    .where(sql`${comments.id} in (${first})`)
    .orderBy(asc(comments.id))
    .prepare();
});

export async function commentsById(db: ReadDb, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db
    .select({ ...shown, storyId: comments.storyId })
    .from(comments)
    .where(inArray(comments.id, [...ids]))
    .all();
}

/** A story as its discussion needs it, the number of its visible comments with it. */
export const discussedStory = cachedUntilCommit(async (db: ReadDb, storyId: number) =>
  discussed(db).get({ storyId }),
);

const discussed = preparedQuery((db) =>
  db
    .select({
      state: stories.state,
      comments: stories.comments,
      publishedAt: stories.publishedAt,
      commentsUntil: stories.commentsUntil,
      sectionDays: sections.commentsDays,
      headline: stories.headline,
      section: sections.slug,
      /** One range of a covering index: 0.2 ms for 5,000 comments, and the edge server remembers the page. */
      visible: sql<number>`(select count(*) from ${comments}
        where ${comments.storyId} = ${stories.id} and ${comments.state} = 'visible')`,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(stories.id, sql.placeholder('storyId')))
    .prepare(),
);

export async function visibleCountOf(db: ReadDb, storyId: number): Promise<number> {
  return (await discussedStory(db, storyId))?.visible ?? 0;
}

/** A comment with what tells whose it is. */
export async function ownableComment(db: ReadDb, id: number) {
  return db
    .select({
      id: comments.id,
      body: comments.body,
      state: comments.state,
      device: comments.device,
      createdAt: comments.createdAt,
      tokenVersion: commenters.tokenVersion,
      story: { id: stories.id, headline: stories.headline, section: sections.slug },
    })
    .from(comments)
    .innerJoin(commenters, eq(commenters.id, comments.commenterId))
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(eq(comments.id, id))
    .get();
}

/** What was written on a device and not taken back, newest first. `device`: the keyed hash, of a device that is known. */
export async function commentsFromDevice(db: ReadDb, device: string, limit: number) {
  return fromDevice(db).all({ device, limit });
}

const fromDevice = preparedQuery((db) =>
  db
    .select({
      id: comments.id,
      body: comments.body,
      state: comments.state,
      createdAt: comments.createdAt,
      headline: stories.headline,
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .where(
      and(
        eq(comments.device, sql.placeholder('device')),
        // As the index has it.
        sql`${comments.device} <> ''`,
        ne(comments.state, 'withdrawn'),
      ),
    )
    .orderBy(desc(comments.createdAt))
    .limit(sql.placeholder('limit'))
    .prepare(),
);
