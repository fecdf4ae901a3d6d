import { and, eq, inArray, or, sql } from 'drizzle-orm';
import type { ReadDb, Tx } from '@/db/client';
import {
  ads,
  bylines,
  livePosts,
  mediaFiles,
  mediaUses,
  nextVersions,
  pictureUses,
  settings,
  stories,
  storyBylines,
} from '@/db/schema';
import { type PictureSetting, pictureSettings } from '@/lib/site/settings';

/** Where a picture stands: stories by their lead, body, live posts or next version, whatever their state, portraits, films' posters, ads, and our signs. */
export function pictureUsesOf(t: ReadDb, pictureId: number) {
  const inBodies = t
    .select({ id: pictureUses.storyId })
    .from(pictureUses)
    .where(eq(pictureUses.pictureId, pictureId));
  const inPosts = t
    .select({ id: livePosts.storyId })
    .from(livePosts)
    .where(eq(livePosts.pictureId, pictureId));
  const inNext = t
    .select({ id: nextVersions.storyId })
    .from(nextVersions)
    .where(
      sql`exists (select 1 from json_tree(${nextVersions.fields}) where key = 'pictureId' and atom = ${pictureId})`,
    );
  return {
    stories: t
      .select({ id: stories.id, headline: stories.headline, state: stories.state, leadId: stories.pictureId })
      .from(stories)
      .where(
        or(
          eq(stories.pictureId, pictureId),
          inArray(stories.id, inBodies),
          inArray(stories.id, inPosts),
          inArray(stories.id, inNext),
        ),
      )
      .orderBy(stories.id)
      .all()
      .map(({ leadId, ...story }) => ({ ...story, isLead: leadId === pictureId })),
    portraits: t
      .select({ id: bylines.id, slug: bylines.slug, name: bylines.name })
      .from(bylines)
      .where(eq(bylines.portraitId, pictureId))
      .all(),
    posters: t
      .select({ file: mediaFiles.file, name: mediaFiles.name, caption: mediaFiles.caption })
      .from(mediaFiles)
      .where(eq(mediaFiles.posterId, pictureId))
      .all(),
    ads: t.select({ id: ads.id, name: ads.name }).from(ads).where(eq(ads.pictureId, pictureId)).all(),
    signs: t
      .select({ key: settings.key, value: settings.value })
      .from(settings)
      .where(inArray(settings.key, [...pictureSettings]))
      .all()
      .filter(({ value }) => value === pictureId)
      .map(({ key }) => key as PictureSetting),
  };
}

export type PictureUses = ReturnType<typeof pictureUsesOf>;

export function isPictureUsed({ stories, portraits, posters, ads, signs }: PictureUses): boolean {
  return stories.length + portraits.length + posters.length + ads.length + signs.length > 0;
}

export function isPictureSeenByReaders({ stories, portraits, posters, ads, signs }: PictureUses): boolean {
  return (
    portraits.length + posters.length + ads.length + signs.length > 0 ||
    stories.some(({ state }) => state === 'published' || state === 'scheduled')
  );
}

/** The stories whose pages change with the picture: those that print it, and those whose byline's portrait or film's poster it is. */
export function storiesShowing(t: Tx, { stories: used, portraits, posters }: PictureUses): number[] {
  const signed =
    portraits.length === 0
      ? []
      : t
          .select({ id: stories.id })
          .from(storyBylines)
          .innerJoin(stories, eq(stories.id, storyBylines.storyId))
          .where(
            and(
              eq(stories.state, 'published'),
              inArray(
                storyBylines.bylineId,
                portraits.map(({ id }) => id),
              ),
            ),
          )
          .all();
  const marks = posters.map(({ file }) => file.slice(0, 20));
  const filmed =
    marks.length === 0
      ? []
      : t
          .select({ id: stories.id })
          .from(mediaUses)
          .innerJoin(stories, eq(stories.id, mediaUses.storyId))
          .where(and(eq(stories.state, 'published'), inArray(mediaUses.mark, marks)))
          .all();
  const public_ = used.filter(({ state }) => state === 'published');
  return [...new Set([...public_, ...signed, ...filmed].map(({ id }) => id))].sort((a, b) => a - b);
}
