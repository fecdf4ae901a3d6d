import type { Metadata } from 'next';
import { Ad } from '@/components/reader/ads/ad';
import { MostRead } from '@/components/reader/front/rank';
import { ListingColumns, StoryList } from '@/components/reader/listing/listing';
import { SearchForm } from '@/components/reader/listing/search-form';
import {
  FoundList,
  FoundPartly,
  NothingFound,
  ReadBySound,
  SearchPages,
} from '@/components/reader/listing/search-results';
import { readAds } from '@/lib/ads/reading';
import { readPlaces } from '@/lib/places/reading';
import { parseSearchQuery, readSearch, type SearchPage as Search } from '@/lib/search/reading';
import type { Say } from '@/lib/site/labels';
import { readerModules } from '@/lib/site/reader-module';
import { readSite } from '@/lib/site/reading';
import { readMostRead, readSections } from '@/lib/stories/for-readers/reading';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const [{ say }, { q }] = [await readSite(), parseSearchQuery(await searchParams)];
  return {
    title: q === '' ? say('search.heading') : `${q} · ${say('search.label')}`,
    robots: { index: false },
  };
}

/** Anybody's words make an address of their own: the same for all who type it, and never kept (lib/site/paths.ts). */
export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const now = new Date();
  const [search, site, sections, divisions, mostRead] = await Promise.all([
    readSearch(parseSearchQuery(await searchParams), now),
    readSite(),
    readSections(),
    readPlaces(),
    readMostRead(),
  ]);
  const { say } = site;
  const ads = await readAds(site.adsOn, now);
  const { search: looks } = readerModules();
  const rail = (
    <>
      <MostRead stories={mostRead} say={say} />
      <Ad ad={ads(8)} say={say} />
    </>
  );

  return (
    <main id="main" className="page">
      {looks && <link rel="stylesheet" href={looks} precedence="formats" />}
      <header className="sechead searchhead">
        <h1>{say('search.heading')}</h1>
      </header>
      <SearchForm search={search} sections={sections} divisions={divisions} say={say} />
      <ListingColumns rail={rail} say={say}>
        {search.stories.length > 0 && (
          <section aria-labelledby="results">
            <header className="block__head">
              <h2 id="results">{counted(search, say)}</h2>
            </header>
            <ReadBySound search={search} say={say} />
            {search.step === 'partly' && <FoundPartly search={search} say={say} />}
            <FoundList stories={search.stories} now={now} />
            <Ad ad={ads(9)} say={say} />
            <SearchPages search={search} say={say} />
          </section>
        )}
        {search.stories.length === 0 && <NothingFound search={search} say={say} />}
        {search.latest.length > 0 && (
          <section className="latest" aria-labelledby="latest">
            <header className="block__head">
              <h2 id="latest">{say('search.latest')}</h2>
            </header>
            <StoryList stories={search.latest} now={now} />
          </section>
        )}
      </ListingColumns>
    </main>
  );
}

function counted({ query: searchQuery, step, total, isMore }: Search, say: Say): string {
  if (step === 'partly') return say('search.nearestStories', { query: searchQuery.q, count: total });
  if (total === 1) return say('search.oneResult', { query: searchQuery.q });
  return say(isMore ? 'search.manyResults' : 'search.results', { query: searchQuery.q, count: total });
}
