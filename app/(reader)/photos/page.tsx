import type { Metadata } from 'next';
import { FormListing } from '@/app/(reader)/form-listing';
import { alternatesFor } from '@/lib/feeds/links';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say, siteName } = await readSite();
  return {
    title: say('formats.photos'),
    description: say('formats.photosAbout'),
    alternates: alternatesFor({ page: '/photos', feedOf: '/', title: siteName }),
  };
}

export default function PhotosPage() {
  return <FormListing form="photo" />;
}
