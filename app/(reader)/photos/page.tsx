import type { Metadata } from 'next';
import { FormListing } from '@/app/(reader)/form-listing';
import { alternatesFor } from '@/lib/feeds/links';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say, siteName } = await readSite();
  return {
    title: say('formats.photos'),
    description: say('formats.photosAbout'),
    alternates: alternatesFor({ page: '/photos', feedOf: '/', title: siteName }),
    openGraph: await pageCard('/photos'),
  };
}

export default function PhotosPage() {
  return <FormListing form="photo" />;
}
