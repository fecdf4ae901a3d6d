import type { Metadata } from 'next';
import { segmentText } from '@/lib/site/segment';
import { readByline } from '@/lib/stories/reading';
import { BylineListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/byline/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const found = await readByline(segmentText(slug));
  return found ? { title: found.byline.name, alternates: { canonical: `/byline/${slug}` } } : {};
}

export default async function BylinePage({ params }: PageProps<'/byline/[slug]'>) {
  return <BylineListing slug={(await params).slug} />;
}
