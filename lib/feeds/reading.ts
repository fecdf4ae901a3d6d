import { getDb } from '@/db/client';
import { settingRows } from '@/db/queries/site/settings';
import { feedTextsOf, topicNamesOf } from '@/db/queries/stories/feeds';
import { type CardRow, listing } from '@/db/queries/stories/listings';
import { bylineBySlug } from '@/db/queries/taxonomy/bylines';
import { sectionBySlug } from '@/db/queries/taxonomy/sections';
import { topicBySlug, topicSlug } from '@/db/queries/taxonomy/topics';
import { tag } from '@/lib/cache/tags';
import { env } from '@/lib/env';
import { parseCustomLabels } from '@/lib/site/custom-labels';
import { iconAddress } from '@/lib/site/identity/icon-sizes';
import { labelsIn } from '@/lib/site/labels';
import { settingsFrom } from '@/lib/site/settings';
import { cardsFrom } from '@/lib/stories/for-readers/cards';
import { wholeAddress } from './address';
import type { Fed, Feed } from './feed';
import { feedItem } from './feed-item';
import { feedMediaOf } from './feed-media';

/** As many as a feed reader misses in a busy night. */
const ITEMS = 30;

export interface ReadFeed {
  feed: Feed;
  tags: string[];
}

/** The topic into which a topic was merged: its feed replaces the other's; null if it was not merged. */
export async function readTopicInstead(slug: string, db = getDb()): Promise<string | null> {
  const into = (await topicBySlug(db, slug))?.mergedInto ?? null;
  return into === null ? null : topicSlug(db, into);
}

/** Null if there is no such section, topic or byline (any more). One without stories has a valid, empty feed. */
export async function readFeed(
  fed: Fed,
  { db = getDb(), now = new Date(), site = env().SITE_URL, hub = env().WEBSUB_HUB } = {},
): Promise<ReadFeed | null> {
  const found = await listed(fed, db);
  if (!found) return null;

  const settings = settingsFrom(await settingRows(db));
  const say = labelsIn(settings.labelSet, parseCustomLabels(settings.labelOverrides).own);
  const cards = cardsFrom(found.rows);
  const ids = cards.map((card) => card.id);
  const [texts, topicNames] = await Promise.all([feedTextsOf(db, ids), topicNamesOf(db, ids)]);
  const items = await Promise.all(
    cards.map(async (card) => {
      const text = texts.find(({ id }) => id === card.id);
      return feedItem(card, {
        site,
        isWhole: settings.feedFullText,
        text,
        topics: topicNames.filter((topic) => topic.storyId === card.id).map((topic) => topic.name),
        media: await feedMediaOf(text, site),
      });
    }),
  );
  const { name } = found;
  const { siteName } = settings;
  return {
    tags: [found.tag, ...ids.map(tag.story)],
    feed: {
      title: name ? `${name} | ${siteName}` : siteName,
      description: name
        ? say('feeds.of', { name, site: siteName })
        : say('masthead.description', { name: siteName }),
      page: wholeAddress(found.page, site),
      siteName,
      icon: site + iconAddress(settings.iconFile, 'small'),
      hub,
      updatedAt:
        items.length === 0 ? now : new Date(Math.max(...items.map((item) => item.updatedAt.getTime()))),
      items,
    },
  };
}

async function listed(
  fed: Fed,
  db = getDb(),
): Promise<{ page: string; name: string; tag: string; rows: CardRow[] } | null> {
  const page = { limit: ITEMS };
  if (fed.kind === 'site')
    return { page: '/', name: '', tag: tag.front, rows: await listing.newest(db, page).all() };
  const { slug } = fed;
  if (fed.kind === 'section') {
    const section = await sectionBySlug(db, slug);
    if (!section) return null;
    const rows = await listing.ofSection(db, section.id, page).all();
    return { page: `/${slug}`, name: section.name, tag: tag.section(slug), rows };
  }
  if (fed.kind === 'topic') {
    const topic = await topicBySlug(db, slug);
    if (!topic || topic.mergedInto !== null) return null;
    const rows = await listing.ofTopic(db, topic.id, page).all();
    return { page: `/topic/${slug}`, name: topic.name, tag: tag.topic(slug), rows };
  }
  const byline = await bylineBySlug(db, slug);
  if (!byline) return null;
  const rows = await listing.ofByline(db, byline.id, page).all();
  return { page: `/byline/${slug}`, name: byline.name, tag: tag.byline(slug), rows };
}
