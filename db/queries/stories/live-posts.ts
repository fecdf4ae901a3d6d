import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { livePosts, pictures, sections, staff, stories } from '@/db/schema';
import { pictureLook } from '../media/pictures';

/** Where a page of posts begins: that post is its first. */
export interface PostPlace {
  at: Date;
  id: number;
}

// Written out, so that the planner takes the partial index.
const isThere = sql`${livePosts.removedAt} is null`;
const newestFirst = [desc(livePosts.at), desc(livePosts.id)];

function postsWhere(db: ReadDb, condition: SQL | undefined, limit: number) {
  return db
    .select({
      id: livePosts.id,
      headline: livePosts.headline,
      body: livePosts.body,
      bodyHtml: livePosts.bodyHtml,
      isKey: livePosts.isKey,
      isPinned: livePosts.isPinned,
      at: livePosts.at,
      editedAt: livePosts.editedAt,
      version: livePosts.version,
      by: staff.name,
      pictureId: livePosts.pictureId,
      variants: pictures.variants,
      look: pictureLook,
      alt: pictures.alt,
      caption: pictures.caption,
      credit: pictures.credit,
    })
    .from(livePosts)
    .leftJoin(pictures, eq(pictures.id, livePosts.pictureId))
    .leftJoin(staff, eq(staff.id, livePosts.staffId))
    .where(condition)
    .orderBy(...newestFirst)
    .limit(limit);
}

/** A story's posts, newest first, from a place on (that post among them). One seek along the index. */
export async function livePostsOf(
  db: ReadDb,
  storyId: number,
  { from, limit }: { from?: PostPlace | undefined; limit: number },
) {
  const below = from && sql`(${livePosts.at}, ${livePosts.id}) <= (${from.at.getTime()}, ${from.id})`;
  return postsWhere(db, and(eq(livePosts.storyId, storyId), isThere, below), limit).all();
}

export type LivePostRow = Awaited<ReturnType<typeof livePostsOf>>[number];

/** Those that stay on top, newest first. */
export async function pinnedPostsOf(db: ReadDb, storyId: number, limit: number) {
  return postsWhere(
    db,
    and(eq(livePosts.storyId, storyId), isThere, eq(livePosts.isPinned, true)),
    limit,
  ).all();
}

/** What the list of key points says, newest first; of one without a headline its text. */
export async function keyPointsOf(db: ReadDb, storyId: number, limit: number) {
  return db
    .select({
      id: livePosts.id,
      headline: livePosts.headline,
      bodyHtml: livePosts.bodyHtml,
      at: livePosts.at,
    })
    .from(livePosts)
    .where(and(eq(livePosts.storyId, storyId), isThere, eq(livePosts.isKey, true)))
    .orderBy(...newestFirst)
    .limit(limit)
    .all();
}

/** When a post of the story was written; one that was removed still has its place. */
export async function placeOfPost(
  db: ReadDb,
  storyId: number,
  postId: number,
): Promise<PostPlace | undefined> {
  return db
    .select({ at: livePosts.at, id: livePosts.id })
    .from(livePosts)
    .where(and(eq(livePosts.id, postId), eq(livePosts.storyId, storyId)))
    .get();
}

export async function livePostOf(db: ReadDb, storyId: number, postId: number) {
  const [post] = await postsWhere(
    db,
    and(eq(livePosts.id, postId), eq(livePosts.storyId, storyId), isThere),
    1,
  ).all();
  return post;
}

/** A public live story as its updates are asked for; undefined for any other. */
export async function liveStory(db: ReadDb, storyId: number) {
  return db
    .select({ section: sections.slug, liveEndedAt: stories.liveEndedAt })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(stories.id, storyId), eq(stories.state, 'published'), eq(stories.form, 'live')))
    .get();
}

/** Number and version of the newest posts, and whether they are on top. */
export async function newestPostVersions(db: ReadDb, storyId: number, limit: number) {
  return db
    .select({ id: livePosts.id, version: livePosts.version })
    .from(livePosts)
    .where(and(eq(livePosts.storyId, storyId), isThere))
    .orderBy(...newestFirst)
    .limit(limit)
    .all();
}

/** When a story's first post was written: its coverage began then. */
export async function firstPostAt(db: ReadDb, storyId: number) {
  return db
    .select({ at: livePosts.at })
    .from(livePosts)
    .where(and(eq(livePosts.storyId, storyId), isThere))
    .orderBy(livePosts.at, livePosts.id)
    .limit(1)
    .get();
}

/** What was posted in these stories, newest first, of each story so many at most: one walk for each, in one query. */
export async function postTextsOf(db: ReadDb, storyIds: readonly number[], atMost: number) {
  if (storyIds.length === 0) return [];
  const walks = storyIds.map(
    (storyId) => sql`select * from (select story_id as storyId, headline, body_html as bodyHtml
      from live_posts where story_id = ${storyId} and removed_at is null order by at desc, id desc limit ${atMost})`,
  );
  return db.all<{ storyId: number; headline: string; bodyHtml: string }>(sql.join(walks, sql` union all `));
}
