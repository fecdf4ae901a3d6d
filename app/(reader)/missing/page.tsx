import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { Lost } from '@/components/reader/frame/lost';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('error.notFoundTitle'), robots: { index: false } };
}

/** What a reader's 404 shows: the edge server puts this page behind it, since Next sends that status with an empty body. */
export default async function MissingPage() {
  const [{ say }, sections] = await Promise.all([readSite(), readSections()]);
  return (
    <>
      <CacheTags tags={[]} status={404} />
      <Lost sections={sections} say={say} />
    </>
  );
}
