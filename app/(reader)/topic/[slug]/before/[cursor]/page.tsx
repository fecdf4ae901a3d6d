import type { Metadata } from 'next';
import { segmentText } from '@/lib/site/segment';
import { readTopic } from '@/lib/stories/reading';
import { TopicListing } from '../../listing';

export async function generateMetadata({
  params,
}: PageProps<'/topic/[slug]/before/[cursor]'>): Promise<Metadata> {
  const found = await readTopic(segmentText((await params).slug));
  return found ? { title: found.topic.name, robots: { index: false, follow: true } } : {};
}

export default async function OlderTopicPage({ params }: PageProps<'/topic/[slug]/before/[cursor]'>) {
  const { slug, cursor } = await params;
  return <TopicListing slug={slug} cursor={cursor} />;
}
