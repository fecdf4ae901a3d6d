import type { Metadata } from 'next';
import { segmentText } from '@/lib/site/segment';
import { readBylineNamed } from '@/lib/stories/for-readers/reading';
import { BylineListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/byline/[slug]/before/[cursor]'>): Promise<Metadata> {
  const found = await readBylineNamed(segmentText((await params).slug));
  return found ? { title: found.name, robots: { index: false, follow: true } } : {};
}

export default async function OlderBylinePage({ params }: PageProps<'/byline/[slug]/before/[cursor]'>) {
  const { slug, cursor } = await params;
  return <BylineListing slug={slug} cursor={cursor} />;
}
