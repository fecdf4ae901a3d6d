import { getDb } from '@/db/client';
import { bylineBySlug } from '@/db/queries/taxonomy/bylines';
import { allSections } from '@/db/queries/taxonomy/sections';
import { bylineById, topicById } from '@/db/queries/taxonomy/taxonomy';
import { iconAddress } from '@/lib/site/identity/icon-sizes';
import { readSite } from '@/lib/site/reading';
import { readStory } from '@/lib/stories/for-readers/reading';
import { tag } from '../cache/tags';
import type { CardAt, CardWords } from './card';
import { cardWords, listingWords } from './card-text';

/** What a card says now, what it is remembered by, and what stands in for it; null for what readers cannot see. */
export async function readCard({
  of,
  id,
}: CardAt): Promise<{ words: CardWords; tag: string; instead: string } | null> {
  const db = getDb();
  const site = await readSite();
  const sign = iconAddress(site.iconFile, 'large');
  switch (of) {
    case 'story': {
      const story = await readStory(id);
      if (!story || story.isRetracted) return null;
      const instead = story.hasPhoto ? story.picture.src : sign;
      return { words: cardWords(story, site.siteName), tag: tag.story(id), instead };
    }
    case 'section': {
      const section = (await allSections(db)).find((each) => each.id === id);
      // Its name is on every page, so it changes with all of them.
      return section ? { words: listingWords({ ...section, of }, site), tag: tag.site, instead: sign } : null;
    }
    case 'topic': {
      const topic = await topicById(db, id);
      if (!topic || topic.mergedInto !== null) return null;
      return { words: listingWords({ ...topic, of }, site), tag: tag.topic(topic.slug), instead: sign };
    }
    case 'byline': {
      const slug = (await bylineById(db, id))?.slug;
      const byline = slug === undefined ? undefined : await bylineBySlug(db, slug);
      return byline
        ? { words: listingWords({ ...byline, of }, site), tag: tag.byline(byline.slug), instead: sign }
        : null;
    }
  }
}
