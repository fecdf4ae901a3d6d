import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pageFormFields } from '@/components/admin/site/page-fields';
import { ButtonLink } from '@/components/ui/button';
import { idIn } from '@/lib/forms/read-form';
import { readSite } from '@/lib/site/reading';
import { deskPage } from '@/lib/site/static-pages/desk';
import { dropPage, savePage } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('sitePages.title') };
}

export default async function EditPagePage({ params, searchParams }: PageProps<'/admin/pages/[pageId]'>) {
  const page = (await deskPage(idIn((await params).pageId) ?? 0)) ?? notFound();
  const { did } = await searchParams;
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('sitePages.edit', { name: page.title })}>
        <ButtonLink href="/admin/pages" icon="back">
          {say('sitePages.back')}
        </ButtonLink>
        <ButtonLink href={`/page/${page.slug}`} icon="eye">
          {say('sitePages.see')}
        </ButtonLink>
      </DeskHead>
      <div className="wide-form gap-8 grid">
        <DeskForm
          id="page"
          action={savePage}
          submit={say('sitePages.save')}
          doneMessage={did === 'add' ? say('sitePages.saved') : undefined}
          fields={pageFormFields(page, say)}
        />
        <details>
          <summary className="py-0 px-2 font-medium inline-flex items-center min-h-8 text-accent cursor-pointer list-none [&::-webkit-details-marker]:hidden hover:underline">
            {say('sitePages.delete')}
          </summary>
          <div className="pt-2 pb-3 px-0 gap-[0.6rem] grid [&_form]:gap-2 [&_form]:flex [&_form]:flex-wrap [&_form]:items-end">
            <p className="meta">{say('sitePages.deleteHint')}</p>
            <DeskForm
              id="drop"
              action={dropPage}
              submit={say('sitePages.delete')}
              kind="no"
              fields={[
                { kind: 'hidden', name: 'id', label: '', value: String(page.id) },
                { kind: 'hidden', name: 'basedOn', label: '', value: String(page.version) },
              ]}
            />
          </div>
        </details>
      </div>
    </>
  );
}
