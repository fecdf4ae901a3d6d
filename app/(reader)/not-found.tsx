import { Lost } from '@/components/reader/frame/lost';
import { readSite } from '@/lib/site/reading';
import { readSections } from '@/lib/stories/for-readers/reading';

export default async function NotFound() {
  const [{ say }, sections] = await Promise.all([readSite(), readSections()]);
  return <Lost sections={sections} say={say} />;
}
