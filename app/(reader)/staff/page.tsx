import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { Nothing } from '@/components/reader/listing/listing';
import { PeopleList } from '@/components/reader/people/people-list';
import { readStaffBylines } from '@/lib/bylines/reading';
import { tag } from '@/lib/cache/tags';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import '../byline/people.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return {
    title: say('people.newsroom'),
    alternates: { canonical: '/staff' },
    openGraph: await pageCard('/staff'),
  };
}

/** Who makes the paper: those whom the desk shows, never an address of theirs. */
export default async function StaffPage() {
  const [{ say }, people] = await Promise.all([readSite(), readStaffBylines()]);
  return (
    <main id="main" className="page">
      <CacheTags tags={[tag.bylines]} />
      <Crumbs trail={[{ name: say('people.newsroom') }]} say={say} />
      <header className="sechead">
        <h1>{say('people.newsroom')}</h1>
        <p className="sechead__note">
          <a href="/byline">{say('people.writers')}</a>
        </p>
      </header>
      {people.length === 0 ? (
        <Nothing
          sentence={say('people.nobodyShown')}
          ways={[{ name: say('people.writers'), href: '/byline' }]}
          say={say}
        />
      ) : (
        <>
          <h2 className="vh">{say('people.person')}</h2>
          <PeopleList people={people} now={new Date()} say={say} />
        </>
      )}
    </main>
  );
}
