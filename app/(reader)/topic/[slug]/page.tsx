import type { Metadata } from 'next';
import { alternatesFor } from '@/lib/feeds/links';
import { listingWords } from '@/lib/share-cards/card-text';
import { pageCard } from '@/lib/site/identity/page-card';
import { segmentText } from '@/lib/site/segment';
import { readTopicNamed } from '@/lib/stories/for-readers/reading';
import { TopicListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/topic/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const found = await readTopicNamed(segmentText(slug));
  if (!found) return {};
  const page = `/topic/${encodeURIComponent(found.slug)}`;
  const { name } = found;
  return {
    title: name,
    alternates: alternatesFor({ page, feedOf: page, title: name }),
    openGraph: await pageCard(page, (site) => listingWords({ ...found, of: 'topic' }, site)),
    twitter: { card: 'summary_large_image' },
  };
}

export default async function TopicPage({ params }: PageProps<'/topic/[slug]'>) {
  return <TopicListing slug={(await params).slug} />;
}
