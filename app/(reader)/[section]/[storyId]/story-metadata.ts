import type { Metadata } from 'next';
import { env } from '@/lib/env';
import { alternatesFor } from '@/lib/feeds/links';
import { cardSize } from '@/lib/share-cards/card';
import { lastChanged } from '@/lib/stories/for-readers/last-changed';
import type { Story } from '@/lib/stories/for-readers/reading';
import { shareCardAddress } from './share-card';

/** What search engines and shared links show of a story. */
export function storyMetadata(story: Story, siteName: string): Metadata {
  if (story.isRetracted) return { title: story.headline, robots: { index: false } };
  const card = {
    title: story.seoTitle,
    description: story.seoDescription || story.summary || story.headline,
  };
  return {
    ...card,
    alternates: alternatesFor({
      page: story.canonicalSource || story.href,
      feedOf: '/',
      title: siteName,
      story: `${env().SITE_URL}${story.href}`,
    }),
    openGraph: {
      ...card,
      siteName,
      locale: 'bn_BD',
      type: 'article',
      url: story.href,
      publishedTime: story.publishedAt.toISOString(),
      modifiedTime: lastChanged(story).toISOString(),
      section: story.sectionName,
      tags: story.topics.map((topic) => topic.name),
      images: [
        {
          url: shareCardAddress(story, siteName),
          ...cardSize.wide,
          type: 'image/jpeg',
          alt: story.headline,
        },
      ],
    },
    twitter: { ...card, card: 'summary_large_image' },
  };
}
