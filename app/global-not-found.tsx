import type { Metadata } from 'next';
import { Lost } from '@/components/reader/frame/lost';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';
import ReaderLayout, { generateMetadata as readerMetadata } from './(reader)/layout';

export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { ...(await readerMetadata()), title: say('error.notFoundTitle'), robots: { index: false } };
}

/** An address that belongs to no route at all. */
export default async function GlobalNotFound() {
  const [{ say }, sections] = await Promise.all([readSite(), readSections()]);
  return (
    <ReaderLayout>
      <Lost sections={sections} say={say} />
    </ReaderLayout>
  );
}
