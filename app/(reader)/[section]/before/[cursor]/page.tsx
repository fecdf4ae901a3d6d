import type { Metadata } from 'next';
import { readSectionNamed } from '@/lib/stories/for-readers/reading';
import { SectionListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/[section]/before/[cursor]'>): Promise<Metadata> {
  const found = await readSectionNamed((await params).section);
  return found ? { title: found.name, robots: { index: false, follow: true } } : {};
}

export default async function OlderSectionPage({ params }: PageProps<'/[section]/before/[cursor]'>) {
  const { section, cursor } = await params;
  return <SectionListing slug={section} cursor={cursor} />;
}
