import type { Metadata } from 'next';
import { alternatesFor } from '@/lib/feeds/links';
import { listingWords } from '@/lib/share-cards/card-text';
import { pageCard } from '@/lib/site/identity/page-card';
import { segmentText } from '@/lib/site/segment';
import { readBylineNamed } from '@/lib/stories/for-readers/reading';
import { BylineListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/byline/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const found = await readBylineNamed(segmentText(slug));
  if (!found) return {};
  const page = `/byline/${encodeURIComponent(found.slug)}`;
  const { name } = found;
  return {
    title: name,
    alternates: alternatesFor({ page, feedOf: page, title: name }),
    openGraph: await pageCard(page, (site) => listingWords({ ...found, of: 'byline' }, site)),
    twitter: { card: 'summary_large_image' },
  };
}

export default async function BylinePage({ params }: PageProps<'/byline/[slug]'>) {
  return <BylineListing slug={(await params).slug} />;
}
