import { longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { readSite } from '@/lib/site/reading';
import { deskPages } from '@/lib/site/static-pages/desk';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('sitePages.title') };
}

export default async function PagesPage({ searchParams }: PageProps<'/admin/pages'>) {
  const { did } = await searchParams;
  const pages = await deskPages();
  const { say } = await readSite();
  return (
    <>
      <DeskHead title={say('sitePages.title')}>
        <ButtonLink href="/admin/pages/new" kind="ink" icon="plus">
          {say('sitePages.new')}
        </ButtonLink>
      </DeskHead>
      {did === 'delete' && <Notice kind="done">{say('sitePages.deleted')}</Notice>}
      {pages.length === 0 ? (
        <p className="note">{say('sitePages.none')}</p>
      ) : (
        <table className="desk desk--plain">
          <caption className="vh">{say('sitePages.title')}</caption>
          <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
            <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
              <th scope="col">{say('sitePages.name')}</th>
              <th scope="col">{say('sitePages.address')}</th>
              <th scope="col">{say('sitePages.menu')}</th>
              <th scope="col">{say('sitePages.updatedAt')}</th>
            </tr>
          </thead>
          <tbody className="max-md:block">
            {pages.map((page) => (
              <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={page.id}>
                <td className="h">
                  <a
                    className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                    href={`/admin/pages/${page.id}`}
                  >
                    {page.title}
                  </a>
                </td>
                <td className="sec">
                  <a href={`/page/${page.slug}`}>/page/{page.slug}</a>
                </td>
                <td className="st">{say(`sitePages.menu.${page.menu}`)}</td>
                <td className="au">{longDate(page.updatedAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}
