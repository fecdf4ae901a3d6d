import type { Metadata } from 'next';
import { Ad } from '@/components/reader/ads/ad';
import { Footer } from '@/components/reader/frame/footer';
import { Masthead } from '@/components/reader/frame/masthead';
import { MostRead } from '@/components/reader/front/rank';
import { ListingColumns, StoryList } from '@/components/reader/listing/listing';
import { SearchForm } from '@/components/reader/listing/search-form';
import { FoundList, NothingFound, SearchPages } from '@/components/reader/listing/search-results';
import { Suggest } from '@/components/reader/listing/suggest.client';
import { readAds } from '@/lib/ads/reading';
import { readPlaces } from '@/lib/places/reading';
import { askedIn, readSearch, type SearchPage as Search } from '@/lib/search/reading';
import { readSigns } from '@/lib/site/identity/reading';
import type { Say } from '@/lib/site/labels';
import { readMenus } from '@/lib/site/menus/reading';
import { readSite } from '@/lib/site/reading';
import { readMostRead, readSections } from '@/lib/stories/reading';
import { ChosenLook } from '../look';
import '../../(reader)/reader.css';
import './search.css';

export async function generateMetadata({ searchParams }: PageProps<'/search'>): Promise<Metadata> {
  const [{ say }, { q }] = [await readSite(), askedIn(await searchParams)];
  return { title: q === '' ? say('search.heading') : `${q} · ${say('search.label')}` };
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  const now = new Date();
  const [search, site, sections, menus, divisions, mostRead] = await Promise.all([
    readSearch(askedIn(await searchParams), now),
    readSite(),
    readSections(),
    readMenus(),
    readPlaces(),
    readMostRead(),
  ]);
  const { say } = site;
  const [{ logo }, ads] = await Promise.all([readSigns(site), readAds(site.adsOn, now)]);
  const rail = (
    <>
      <MostRead stories={mostRead} say={say} />
      <Ad ad={ads(8)} say={say} />
    </>
  );

  return (
    <>
      <ChosenLook />
      <a className="skip" href="#main">
        {say('nav.skipToContent')}
      </a>
      <Masthead site={site} sections={sections} menus={menus} now={now} logo={logo} />
      <Ad ad={ads(1)} say={say} />
      <main id="main" className="page">
        <header className="sechead searchhead">
          <h1>{say('search.heading')}</h1>
        </header>
        <SearchForm search={search} sections={sections} divisions={divisions} say={say} />
        <Suggest />
        <ListingColumns rail={rail} say={say}>
          {search.stories.length > 0 && (
            <section aria-labelledby="results">
              <header className="block__head">
                <h2 id="results">{counted(search, say)}</h2>
              </header>
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
      <Ad ad={ads(10)} say={say} />
      <Footer site={site} sections={sections} menus={menus} now={now} />
    </>
  );
}

function counted({ asked, total, isMore }: Search, say: Say): string {
  if (total === 1) return say('search.oneResult', { query: asked.q });
  return say(isMore ? 'search.manyResults' : 'search.results', { query: asked.q, count: total });
}
