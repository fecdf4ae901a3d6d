import type { Metadata } from 'next';
import { readSection } from '@/lib/stories/reading';
import { SectionListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/[section]'>): Promise<Metadata> {
  const { section: slug } = await params;
  const found = await readSection(slug);
  return found ? { title: found.section.name, alternates: { canonical: `/${slug}` } } : {};
}

export default async function SectionPage({ params }: PageProps<'/[section]'>) {
  const { section } = await params;
  return <SectionListing slug={section} />;
}
