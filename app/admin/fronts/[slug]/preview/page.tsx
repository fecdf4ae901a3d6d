import type { Metadata } from 'next';
import { ButtonLink } from '@/components/ui/button';
import { deskPreview } from '@/lib/fronts/desk';
import { readSite } from '@/lib/site/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('fronts.preview') };
}

export default async function FrontPreviewPage({
  params,
  searchParams,
}: PageProps<'/admin/fronts/[slug]/preview'>) {
  const [{ slug }, { width }] = await Promise.all([params, searchParams]);
  const { name } = await deskPreview(slug);
  const { say } = await readSite();
  const isPhone = width === 'phone';
  const here = `/admin/fronts/${slug}/preview`;

  return (
    <>
      <div className="title">
        <h1>{say('fronts.previewOf', { name: name || say('fronts.home') })}</h1>
        <ButtonLink href={`/admin/fronts/${slug}`} icon="back">
          {say('fronts.backToBoard')}
        </ButtonLink>
      </div>
      <nav className="tabs" aria-label={say('fronts.width')}>
        <a href={here} aria-current={isPhone ? undefined : 'page'}>
          {say('fronts.desktop')}
        </a>
        <a href={`${here}?width=phone`} aria-current={isPhone ? 'page' : undefined}>
          {say('fronts.phone')}
        </a>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard */}
      <section className="looking" aria-label={say('fronts.preview')} tabIndex={0}>
        <iframe
          className={isPhone ? 'look look--phone' : 'look'}
          src={`/admin/fronts/${slug}/draft`}
          title={say('fronts.preview')}
        />
      </section>
    </>
  );
}
