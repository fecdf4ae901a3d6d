import type { Metadata } from 'next';
import { readDistrict } from '@/lib/stories/reading';
import { DistrictListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/district/[code]'>): Promise<Metadata> {
  const { code } = await params;
  const found = await readDistrict(code);
  return found ? { title: found.district.name, alternates: { canonical: `/district/${code}` } } : {};
}

export default async function DistrictPage({ params }: PageProps<'/district/[code]'>) {
  return <DistrictListing code={(await params).code} />;
}
