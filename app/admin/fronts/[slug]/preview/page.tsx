import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { LinkTabs } from '@/components/admin/desk/lists/link-tabs';
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
      <DeskHead title={say('fronts.previewOf', { name: name || say('fronts.home') })}>
        <ButtonLink href={`/admin/fronts/${slug}`} icon="back">
          {say('fronts.backToBoard')}
        </ButtonLink>
      </DeskHead>
      <LinkTabs
        label={say('fronts.width')}
        tabs={[
          { href: here, words: say('fronts.desktop'), isHere: !isPhone },
          { href: `${here}?width=phone`, words: say('fronts.phone'), isHere: isPhone },
        ]}
      />
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
