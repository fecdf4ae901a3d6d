import { eq, inArray, sql } from 'drizzle-orm';
import type { ReadDb } from '@/db/client';
import { livePosts, mediaUses, nextVersions, staticPages, stories, storyDrafts } from '@/db/schema';

/**
 * Where a media file is used: in stories of any state (fields, text, live posts, next version) and in static pages.
 * `drafts`: in how many unsaved texts, without naming their authors.
 */
export function mediaUsesOf(t: ReadDb, file: string) {
  const mark = file.slice(0, 20);
  const address = `/media/${mark}`;
  const named = t.select({ id: mediaUses.storyId }).from(mediaUses).where(eq(mediaUses.mark, mark));
  const inPosts = t
    .select({ id: livePosts.storyId })
    .from(livePosts)
    .where(sql`${livePosts.removedAt} is null and instr(${livePosts.body}, ${address}) > 0`);
  const inNext = t
    .select({ id: nextVersions.storyId })
    .from(nextVersions)
    .where(sql`instr(${nextVersions.fields}, ${address}) > 0`);
  const ids = [...named.all(), ...inPosts.all(), ...inNext.all()].map(({ id }) => id);
  return {
    stories: t
      .select({ id: stories.id, headline: stories.headline, state: stories.state })
      .from(stories)
      .where(inArray(stories.id, [...new Set(ids)]))
      .orderBy(stories.id)
      .all(),
    pages: t
      .select({ id: staticPages.id, slug: staticPages.slug, title: staticPages.title })
      .from(staticPages)
      .where(sql`instr(${staticPages.bodyHtml}, ${address}) > 0`)
      .orderBy(staticPages.id)
      .all(),
    drafts: t
      .select({ id: storyDrafts.storyId })
      .from(storyDrafts)
      .where(sql`instr(${storyDrafts.fields}, ${address}) > 0`)
      .all().length,
  };
}

export type MediaUses = ReturnType<typeof mediaUsesOf>;

export function isMediaUsed({ stories, pages, drafts }: MediaUses): boolean {
  return stories.length + pages.length + drafts > 0;
}

export function isMediaSeen({ stories, pages }: MediaUses): boolean {
  return pages.length > 0 || stories.some(({ state }) => state === 'published' || state === 'scheduled');
}
