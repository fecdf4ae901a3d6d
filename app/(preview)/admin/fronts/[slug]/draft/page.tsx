import { dhakaDay } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { FrontBlocks } from '@/components/reader/front/front-blocks';
import { FrontTop } from '@/components/reader/front/front-top';
import { deskPreview } from '@/lib/fronts/desk';
import { readPlaces } from '@/lib/places/reading';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('fronts.preview') };
}

export default async function DraftPage({ params }: PageProps<'/admin/fronts/[slug]/draft'>) {
  const { slug } = await params;
  const { name, front, blocks } = await deskPreview(slug);
  const [{ say }, divisions] = await Promise.all([readSite(), readPlaces()]);
  const now = new Date();

  return (
    <main id="main" aria-label={say('fronts.preview')}>
      <h1 className={name ? 'page' : 'vh'}>{name || say('fronts.preview')}</h1>
      {front?.top?.some(Boolean) && (
        <FrontTop {...front} top={front.top} now={now} allNews={`/archive/${dhakaDay(now)}`} say={say} />
      )}
      <FrontBlocks blocks={blocks} divisions={divisions} now={now} say={say} />
    </main>
  );
}
