import type { Metadata } from 'next';
import { FormListing } from '@/app/(reader)/form-listing';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('formats.videos'), robots: { index: false, follow: true } };
}

export default async function OlderVideosPage({ params }: PageProps<'/videos/before/[cursor]'>) {
  return <FormListing form="video" cursor={(await params).cursor} />;
}
