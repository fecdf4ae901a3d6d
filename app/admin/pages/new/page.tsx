import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pageFormFields } from '@/components/admin/site/page-fields';
import { ButtonLink } from '@/components/ui/button';
import { readSite } from '@/lib/site/reading';
import { deskPage } from '@/lib/site/static-pages/desk';
import { savePage } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('sitePages.new') };
}

export default async function NewPagePage() {
  await deskPage(null);
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('sitePages.new')}>
        <ButtonLink href="/admin/pages" icon="back">
          {say('sitePages.back')}
        </ButtonLink>
      </DeskHead>
      <div className="wide-form gap-8 grid">
        <DeskForm
          id="page"
          action={savePage}
          submit={say('sitePages.save')}
          fields={pageFormFields(null, say)}
        />
      </div>
    </>
  );
}
