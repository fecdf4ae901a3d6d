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
      <section
        className="overflow-x-auto border border-rule bg-wash"
        aria-label={say('fronts.preview')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard
        tabIndex={0}
      >
        <iframe
          className={
            isPhone
              ? 'mx-auto border-0 block h-[80vh] bg-paper w-[390px]'
              : 'border-0 block w-[1280px] h-[80vh] bg-paper'
          }
          src={`/admin/fronts/${slug}/draft`}
          title={say('fronts.preview')}
        />
      </section>
    </>
  );
}
