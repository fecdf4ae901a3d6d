import type { Metadata } from 'next';
import { segmentText } from '@/lib/site/segment';
import { readTopicNamed } from '@/lib/stories/for-readers/reading';
import { TopicListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/topic/[slug]/before/[cursor]'>): Promise<Metadata> {
  const found = await readTopicNamed(segmentText((await params).slug));
  return found ? { title: found.name, robots: { index: false, follow: true } } : {};
}

export default async function OlderTopicPage({ params }: PageProps<'/topic/[slug]/before/[cursor]'>) {
  const { slug, cursor } = await params;
  return <TopicListing slug={slug} cursor={cursor} />;
}
