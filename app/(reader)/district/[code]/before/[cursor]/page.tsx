import type { Metadata } from 'next';
import { placeName } from '@/lib/places/place-names';
import { readPlaceNamed } from '@/lib/places/reading';
import { readSite } from '@/lib/site/reading';
import { DistrictListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/district/[code]/before/[cursor]'>): Promise<Metadata> {
  const [{ say }, found] = await Promise.all([readSite(), readPlaceNamed((await params).code)]);
  return found
    ? {
        title: say('places.newsOf', { name: placeName(found, say) }),
        robots: { index: false, follow: true },
      }
    : {};
}

export default async function OlderDistrictPage({ params }: PageProps<'/district/[code]/before/[cursor]'>) {
  const { code, cursor } = await params;
  return <DistrictListing code={code} cursor={cursor} />;
}
