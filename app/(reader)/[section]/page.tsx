import type { Metadata } from 'next';
import { alternatesFor } from '@/lib/feeds/links';
import { listingWords } from '@/lib/share-cards/card-text';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSectionNamed } from '@/lib/stories/for-readers/reading';
import { SectionListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/[section]'>): Promise<Metadata> {
  const { section: slug } = await params;
  const found = await readSectionNamed(slug);
  if (!found) return {};
  const { name } = found;
  return {
    title: name,
    alternates: alternatesFor({ page: `/${slug}`, feedOf: `/${slug}`, title: name }),
    openGraph: await pageCard(`/${slug}`, (site) => listingWords({ ...found, of: 'section' }, site)),
    twitter: { card: 'summary_large_image' },
  };
}

export default async function SectionPage({ params }: PageProps<'/[section]'>) {
  const { section } = await params;
  return <SectionListing slug={section} />;
}
