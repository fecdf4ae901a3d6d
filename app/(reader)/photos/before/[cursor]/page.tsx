import type { Metadata } from 'next';
import { FormListing } from '@/app/(reader)/form-listing';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('formats.photos'), robots: { index: false, follow: true } };
}

export default async function OlderPhotosPage({ params }: PageProps<'/photos/before/[cursor]'>) {
  return <FormListing form="photo" cursor={(await params).cursor} />;
}
