import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { Crumbs } from '@/components/reader/frame/crumbs';
import { DistrictPicker } from '@/components/reader/front/district-picker';
import { PageNote } from '@/components/reader/page-note';
import { readSite } from '@/lib/site/reading';
import { readDistricts } from '@/lib/stories/reading';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('nav.districts'), alternates: { canonical: '/district' } };
}

/** All districts by division; and where the picker's form arrives, which is sent on to the place chosen. */
export default async function DistrictsPage({ searchParams }: PageProps<'/district'>) {
  const { code } = await searchParams;
  const [{ say }, divisions] = await Promise.all([readSite(), readDistricts()]);
  if (typeof code === 'string' && code !== '') {
    const places = divisions.flatMap((division) => [division, ...division.districts]);
    const chosen = places.find((place) => place.code === code) ?? notFound();
    permanentRedirect(`/district/${chosen.code}`);
  }

  return (
    <main id="main" className="page">
      <PageNote tags={[]} />
      <Crumbs trail={[{ name: say('nav.districts') }]} say={say} />
      <header className="sechead">
        <h1>{say('nav.districts')}</h1>
      </header>
      <div className="cols g48">
        <DistrictPicker divisions={divisions} heading="h2" say={say} />
        <div className="cols c2">
          {divisions.map((division) => (
            <section key={division.code}>
              <h2 className="text-h5">
                <a href={`/district/${division.code}`}>{say('nav.divisionOf', { name: division.name })}</a>
              </h2>
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
      </div>
    </main>
  );
}
