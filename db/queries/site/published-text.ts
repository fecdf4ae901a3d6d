import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { bylines, comments, livePosts, sections, staticPages, stories, topics } from '@/db/schema';

export interface PublishedText {
  /** The page that shows it. */
  path: string;
  text: string;
}

const rowsAtOnce = 500;

/** Everything that the newsroom has published or let stand, with its page, in the order of ids. */
export async function* publishedTexts(db: ReadDb): AsyncGenerator<PublishedText> {
  for await (const story of inBatches((after) => publishedStories(db, after))) {
    yield { path: `/${story.section}/${story.id}`, text: story.text };
  }
  for await (const post of inBatches((after) => publishedPosts(db, after))) {
    yield { path: `/${post.section}/${post.storyId}`, text: post.text };
  }
  for await (const comment of inBatches((after) => publishedComments(db, after))) {
    yield { path: `/${comment.section}/${comment.storyId}`, text: comment.text };
  }
  yield* pagesOfLists(db);
}

async function* inBatches<Row extends { id: number }>(read: (after: number) => Promise<Row[]>) {
  for (let rows = await read(0); rows.length > 0; rows = await read(rows.at(-1)?.id ?? 0)) yield* rows;
}

async function publishedStories(db: ReadDb, after: number) {
  return db
    .select({
      id: stories.id,
      section: sections.slug,
      text: sql<string>`concat_ws(' ', ${stories.kicker}, ${stories.headline}, ${stories.shortHeadline}, ${stories.standfirst}, ${stories.dateline}, ${stories.bodyHtml}, ${stories.pictureCaption}, ${stories.pictureCredit}, ${stories.retractionNote})`,
    })
    .from(stories)
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(sql`${stories.state} = 'published'`, gt(stories.id, after)))
    .orderBy(asc(stories.id))
    .limit(rowsAtOnce)
    .all();
}

async function publishedPosts(db: ReadDb, after: number) {
  return db
    .select({
      id: livePosts.id,
      storyId: stories.id,
      section: sections.slug,
      text: sql<string>`concat_ws(' ', ${livePosts.headline}, ${livePosts.bodyHtml})`,
    })
    .from(livePosts)
    .innerJoin(stories, eq(stories.id, livePosts.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(isNull(livePosts.removedAt), eq(stories.state, 'published'), gt(livePosts.id, after)))
    .orderBy(asc(livePosts.id))
    .limit(rowsAtOnce)
    .all();
}

async function publishedComments(db: ReadDb, after: number) {
  return db
    .select({
      id: comments.id,
      storyId: stories.id,
      section: sections.slug,
      text: sql<string>`concat_ws(' ', ${comments.name}, ${comments.body})`,
    })
    .from(comments)
    .innerJoin(stories, eq(stories.id, comments.storyId))
    .innerJoin(sections, eq(sections.id, stories.sectionId))
    .where(and(eq(comments.state, 'visible'), eq(stories.state, 'published'), gt(comments.id, after)))
    .orderBy(asc(comments.id))
    .limit(rowsAtOnce)
    .all();
}

async function* pagesOfLists(db: ReadDb): AsyncGenerator<PublishedText> {
  for (const { slug, name } of await db.select().from(sections).all()) yield { path: `/${slug}`, text: name };
  for (const { slug, name, description } of await db.select().from(topics).all()) {
    yield { path: `/topic/${slug}`, text: `${name} ${description}` };
  }
  for (const { slug, name, role, bio } of await db.select().from(bylines).all()) {
    yield { path: `/byline/${slug}`, text: `${name} ${role} ${bio}` };
  }
  for (const { slug, title, bodyHtml } of await db.select().from(staticPages).all()) {
    yield { path: `/page/${slug}`, text: `${title} ${bodyHtml}` };
  }
}
