import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { deskPlaces } from '@/lib/places/desk';
import { readSite } from '@/lib/site/reading';
import { savePlace } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('places.desk') };
}

export default async function PlacesPage({ searchParams }: PageProps<'/admin/districts'>) {
  const { edit, q } = await searchParams;
  const words = String(q ?? '');
  const { places, edited } = await deskPlaces(words, String(edit ?? ''));
  const { say } = await readSite();
  const query = words === '' ? '' : `q=${encodeURIComponent(words)}&`;

  return (
    <>
      <DeskHead title={say('places.desk')} />
      <FindForm action="/admin/districts" words={words} say={say} />
      <p className="meta">{say('places.deskHint')}</p>
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        {places.length === 0 ? (
          <p className="note">{say('taxonomy.none')}</p>
        ) : (
          <table className="desk desk--plain">
            <caption className="vh">{say('places.desk')}</caption>
            <thead className="max-md:overflow-hidden max-md:absolute max-md:w-px max-md:h-px max-md:[clip-path:inset(50%)]">
              <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]">
                <th scope="col">{say('taxonomy.name')}</th>
                <th scope="col">{say('taxonomy.kind')}</th>
                <th scope="col">{say('taxonomy.slug')}</th>
              </tr>
            </thead>
            <tbody className="max-md:block">
              {places.map((place) => (
                <tr className="max-md:grid-cols-[minmax(0,1fr)_auto]" key={place.code}>
                  <td className="h">
                    <a
                      className="text-base/[1.45] font-serif font-strong inline-flex items-center min-h-6"
                      href={`/admin/districts?${query}edit=${place.code}#edit`}
                      aria-current={place.code === edited?.code || undefined}
                    >
                      {place.name}
                    </a>
                    <div className="meta gap-y-0 gap-x-[0.6rem] text-micro flex flex-wrap">
                      {[place.nameEn, place.holder].filter(Boolean).join(' · ')}
                    </div>
                  </td>
                  <td className="sec">{say(`nav.${place.level}`)}</td>
                  <td className="sec">
                    <a href={`/district/${place.code}`}>{place.code}</a>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <section className="panel" aria-labelledby="edit">
          <h2 id="edit">
            {edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.edit')}
          </h2>
          {edited ? (
            <>
              {edited.nameEn && <p className="meta">{say('places.english', { name: edited.nameEn })}</p>}
              <DeskForm
                key={edited.code}
                id="place"
                action={savePlace}
                submit={say('taxonomy.save')}
                fields={[
                  { kind: 'hidden', name: 'code', label: '', value: edited.code },
                  { kind: 'hidden', name: 'basedOn', label: '', value: edited.name },
                  {
                    name: 'name',
                    label: say('taxonomy.name'),
                    hint: say('places.nameHint'),
                    value: edited.name,
                    required: true,
                  },
                ]}
              />
            </>
          ) : (
            <p className="meta">{say('taxonomy.choose')}</p>
          )}
        </section>
      </div>
    </>
  );
}
