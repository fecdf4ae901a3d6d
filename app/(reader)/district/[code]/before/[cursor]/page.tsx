import type { Metadata } from 'next';
import { readDistrict } from '@/lib/stories/reading';
import { DistrictListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/district/[code]/before/[cursor]'>): Promise<Metadata> {
  const found = await readDistrict((await params).code);
  return found ? { title: found.district.name, robots: { index: false, follow: true } } : {};
}

export default async function OlderDistrictPage({ params }: PageProps<'/district/[code]/before/[cursor]'>) {
  const { code, cursor } = await params;
  return <DistrictListing code={code} cursor={cursor} />;
}
