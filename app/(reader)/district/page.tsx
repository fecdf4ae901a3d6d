import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { CacheTags } from '@/components/reader/cache-tags';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { BangladeshMap } from '@/components/reader/places/bangladesh-map';
import { findPlaceInQuery } from '@/lib/places/place-query';
import { readPlaceMap, readPlaces } from '@/lib/places/reading';
import { pageCard } from '@/lib/site/identity/page-card';
import { readSite } from '@/lib/site/reading';
import './places.css';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return {
    title: say('nav.districts'),
    alternates: { canonical: '/district' },
    openGraph: await pageCard('/district'),
  };
}

/** The map and the list of all districts; and where the picker's form arrives, which is sent on to the place chosen. */
export default async function DistrictsPage({ searchParams }: PageProps<'/district'>) {
  const query = await searchParams;
  const [{ say }, divisions] = await Promise.all([readSite(), readPlaces()]);
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : '');
  const { code } = query;
  const chosen = findPlaceInQuery(divisions, {
    division: '',
    // The name of the one list that the form had before it had three.
    district: typeof code === 'string' ? code : text('district'),
    upazila: text('upazila'),
    from: text('from'),
    ...(text('division') === '' ? {} : { division: text('division') }),
  });
  if (chosen === null) notFound();
  if (chosen !== '') permanentRedirect(`/district/${chosen}`);

  return (
    <main id="main" className="page">
      <CacheTags tags={[]} />
      <Crumbs trail={[{ name: say('nav.districts') }]} say={say} />
      <header className="sechead">
        <h1>{say('nav.districts')}</h1>
      </header>
      <div className="cols g48">
        <DistrictPicker divisions={divisions} heading="h2" say={say} />
        <BangladeshMap map={readPlaceMap()} divisions={divisions} say={say} />
      </div>
      <section className="block" aria-labelledby="places">
        <header className="block__head">
          <h2 id="places" tabIndex={-1}>
            {say('places.list')}
          </h2>
        </header>
        <div className="cols c4">
          {divisions.map((division) => (
            <section key={division.code}>
              <h3>
                <a href={`/district/${division.code}`}>{say('nav.divisionOf', { name: division.name })}</a>
              </h3>
              <ul className="chips mt-2">
                {division.districts.map((district) => (
                  <li key={district.code}>
                    <a className="chip" href={`/district/${district.code}`}>
                      {district.name}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </section>
    </main>
  );
}
