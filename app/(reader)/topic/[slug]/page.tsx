import type { Metadata } from 'next';
import { segmentText } from '@/lib/site/segment';
import { readTopic } from '@/lib/stories/reading';
import { TopicListing } from './listing';

export async function generateMetadata({ params }: PageProps<'/topic/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const found = await readTopic(segmentText(slug));
  return found ? { title: found.topic.name, alternates: { canonical: `/topic/${slug}` } } : {};
}

export default async function TopicPage({ params }: PageProps<'/topic/[slug]'>) {
  return <TopicListing slug={(await params).slug} />;
}
