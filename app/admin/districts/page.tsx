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
      <div className="staff">
        {places.length === 0 ? (
          <p className="note">{say('taxonomy.none')}</p>
        ) : (
          <table className="desk desk--plain">
            <caption className="vh">{say('places.desk')}</caption>
            <thead>
              <tr>
                <th scope="col">{say('taxonomy.name')}</th>
                <th scope="col">{say('taxonomy.kind')}</th>
                <th scope="col">{say('taxonomy.slug')}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place) => (
                <tr key={place.code}>
                  <td className="h">
                    <a
                      href={`/admin/districts?${query}edit=${place.code}#edit`}
                      aria-current={place.code === edited?.code || undefined}
                    >
                      {place.name}
                    </a>
                    <div className="meta">{[place.nameEn, place.holder].filter(Boolean).join(' · ')}</div>
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
