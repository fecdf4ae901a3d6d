import type { Metadata } from 'next';
import { readSectionNamed } from '@/lib/stories/for-readers/reading';
import { LiteListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/lite/[section]'>): Promise<Metadata> {
  const { section: slug } = await params;
  const found = await readSectionNamed(slug);
  return found ? { title: found.name, alternates: { canonical: `/${slug}` } } : {};
}

export default async function LiteSection({ params }: PageProps<'/lite/[section]'>) {
  return <LiteListing slug={(await params).section} />;
}
