import type { Metadata } from 'next';
import { placeName } from '@/lib/places/place-names';
import { hasNews, readPlaceNamed } from '@/lib/places/reading';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { DistrictListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/district/[code]'>): Promise<Metadata> {
  const { code } = await params;
  const [{ say }, found] = await Promise.all([readSite(), readPlaceNamed(code)]);
  if (!found) return {};
  // Half of the country's upazilas have no story yet: nothing for a search engine to show.
  const isBare = found.place.level === 'upazila' && !(await hasNews(code));
  return {
    title: say('places.newsOf', { name: placeName(found, say) }),
    alternates: { canonical: `/district/${code}` },
    openGraph: await pageCard(`/district/${code}`),
    ...(isBare ? { robots: { index: false, follow: true } } : {}),
  };
}

export default async function DistrictPage({ params }: PageProps<'/district/[code]'>) {
  return <DistrictListing code={(await params).code} />;
}
