import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { PlaceTable } from '@/components/admin/places/place-table';
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
          <PlaceTable
            places={places}
            editedCode={edited?.code}
            hrefOf={(code) => `/admin/districts?${query}edit=${code}#edit`}
            say={say}
          />
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
