import { longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormSheet } from '@/app/(reader)/form-files';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { StoryBody } from '@/components/reader/story/body/story-body';
import { tag } from '@/lib/cache/tags';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import { readPage, readPageBody } from '@/lib/site/static-pages/reading';

export async function generateMetadata({ params }: PageProps<'/page/[slug]'>): Promise<Metadata> {
  const { slug } = await params;
  const page = await readPage(slug);
  if (!page) return {};
  const [summary = ''] = page.body.split('\n').filter((line) => line !== '' && !/^[#>\-<]/.test(line));
  return {
    title: page.title,
    description: summary.slice(0, 300),
    alternates: { canonical: `/page/${slug}` },
    openGraph: await pageCard(`/page/${slug}`),
  };
}

/** About us, privacy and the like: what is no story and has no date but that of its last change. */
export default async function StaticPage({ params }: PageProps<'/page/[slug]'>) {
  const { slug } = await params;
  const page = (await readPage(slug)) ?? notFound();
  const [{ say }, { html, hasPlayer }] = await Promise.all([readSite(), readPageBody(page)]);
  return (
    <main id="main" className="page">
      <CacheTags tags={[tag.page(slug)]} />
      {hasPlayer && <FormSheet />}
      <Crumbs trail={[{ name: page.title }]} say={say} />
      <article className="story mine">
        <header className="story__head">
          <h1>{page.title}</h1>
        </header>
        <div className="mt-4">
          <StoryBody html={html} />
        </div>
        <p className="meta mt-4">
          {say('sitePages.updated')}{' '}
          <time dateTime={page.updatedAt.toISOString()}>{longDate(page.updatedAt)}</time>
        </p>
      </article>
    </main>
  );
}
