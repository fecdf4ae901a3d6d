import type { Metadata } from 'next';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { Nothing } from '@/components/reader/listing/listing';
import { PeopleList } from '@/components/reader/people/people-list';
import { readBylines } from '@/lib/bylines/reading';
import { tag } from '@/lib/cache/tags';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import './people.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return {
    title: say('people.writers'),
    alternates: { canonical: '/byline' },
    openGraph: await pageCard('/byline'),
  };
}

const KINDS = ['person', 'desk', 'agency'] as const;

/** Everyone whose stories readers see: persons, desks, agencies. */
export default async function BylinesPage() {
  const [{ say }, everyone] = await Promise.all([readSite(), readBylines()]);
  const kinds = KINDS.map((kind) => ({ kind, people: everyone.filter((one) => one.kind === kind) })).filter(
    ({ people }) => people.length > 0,
  );
  return (
    <main id="main" className="page">
      <CacheTags
        tags={[tag.bylines, ...everyone.flatMap(({ newest }) => (newest ? tag.story(newest.id) : []))]}
      />
      <Crumbs trail={[{ name: say('people.writers') }]} say={say} />
      <header className="sechead">
        <h1>{say('people.writers')}</h1>
        <p className="sechead__note">
          <a href="/staff">{say('people.newsroom')}</a>
        </p>
      </header>
      {kinds.length === 0 && <Nothing sentence={say('people.nobody')} say={say} />}
      {kinds.map(({ kind, people }) => (
        <section key={kind} className="people__kind" aria-labelledby={`kind-${kind}`}>
          <header className="block__head">
            <h2 id={`kind-${kind}`}>{say(`people.${kind}`)}</h2>
          </header>
          <PeopleList people={people} now={new Date()} say={say} />
        </section>
      ))}
    </main>
  );
}
