import { getDb } from '@/db/client';
import { allStaticPages } from '@/db/queries/site/site';
import {
  bylinesBetween,
  highestIds,
  listedSpans,
  publishedSince,
  storiesBetween,
  topicsBetween,
} from '@/db/queries/stories/feeds';
import { allPlaces, placesWithStories } from '@/db/queries/taxonomy/districts';
import { allSections } from '@/db/queries/taxonomy/sections';
import { storyAddress } from '@/lib/stories/for-readers/cards';
import { lastChanged } from '@/lib/stories/for-readers/last-changed';
import {
  addressesInPart,
  idsIn,
  type ListedAddress,
  type NewsEntry,
  newsAtMost,
  newsHours,
  type Part,
  partKinds,
  partsFor,
} from './sitemap';

/** The files of the index: no empty ones, which the protocol does not allow. */
export async function readSitemapFiles(db = getDb()): Promise<string[]> {
  const highest = await highestIds(db);
  const parts = await Promise.all(
    partKinds.map(async (kind) => {
      const spans = { spans: partsFor(highest[kind]), size: addressesInPart };
      return (await listedSpans(db, kind, spans)).map((number) => `${kind}-${number}.xml`);
    }),
  );
  return ['pages.xml', ...parts.flat()];
}

/** Null if there is no such part (yet). */
export async function readSitemapPart(part: Part, db = getDb()): Promise<ListedAddress[] | null> {
  if (part.kind === 'pages') return pages(db);
  if (part.number > partsFor((await highestIds(db))[part.kind])) return null;
  const { from, to } = idsIn(part.number);
  if (part.kind === 'topics')
    return (await topicsBetween(db, from, to)).map(({ slug }) => ({ path: `/topic/${slug}` }));
  if (part.kind === 'bylines')
    return (await bylinesBetween(db, from, to)).map(({ slug }) => ({ path: `/byline/${slug}` }));
  return (await storiesBetween(db, from, to)).map((story) => ({
    path: storyAddress(story),
    changedAt: story.publishedAt && lastChanged({ ...story, publishedAt: story.publishedAt }),
  }));
}

async function pages(db = getDb()): Promise<ListedAddress[]> {
  const [sections, places, written] = await Promise.all([allSections(db), allPlaces(db), allStaticPages(db)]);
  // Most upazilas have no story yet, and an empty page is not worth indexing.
  const upazilas = places.filter(({ level }) => level === 'upazila').map(({ code }) => code);
  const districts = [
    ...places.filter(({ level }) => level !== 'upazila').map(({ code }) => code),
    ...(await placesWithStories(db, upazilas)),
  ];
  const fixed = [
    ...['/', ...sections.map(({ slug }) => `/${slug}`), '/archive', '/district', '/byline', '/staff'],
    ...['/photos', '/videos', '/contact', '/send-news', ...districts.map((code) => `/district/${code}`)],
  ];
  return [
    ...fixed.map((path) => ({ path })),
    ...written.map(({ slug, updatedAt }) => ({ path: `/page/${slug}`, changedAt: updatedAt })),
  ];
}

/** The stories of the last two days, newest first, as many as Google reads. */
export async function readNews(now = new Date(), db = getDb()): Promise<NewsEntry[]> {
  const since = new Date(now.getTime() - newsHours * 3_600_000);
  const rows = await publishedSince(db, since, newsAtMost);
  return rows.map(({ id, section, headline, publishedAt }) => ({
    path: storyAddress({ id, section }),
    headline,
    publishedAt: publishedAt ?? now,
  }));
}
