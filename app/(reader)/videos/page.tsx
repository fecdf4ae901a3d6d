import type { Metadata } from 'next';
import { FormListing } from '@/app/(reader)/form-listing';
import { alternatesFor } from '@/lib/feeds/links';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say, siteName } = await readSite();
  return {
    title: say('formats.videos'),
    description: say('formats.videosAbout'),
    alternates: alternatesFor({ page: '/videos', feedOf: '/', title: siteName }),
    openGraph: await pageCard('/videos'),
  };
}

export default function VideosPage() {
  return <FormListing form="video" />;
}
