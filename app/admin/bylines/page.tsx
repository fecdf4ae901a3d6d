import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { pictureLabels } from '@/components/admin/desk/labels/client-labels';
import { DeskLabels } from '@/components/admin/desk/labels/desk-labels.client';
import { FindForm } from '@/components/admin/desk/lists/find-form';
import { ListAndForm } from '@/components/admin/desk/lists/list-and-form';
import { idIn } from '@/lib/forms/read-form';
import { type Say, wordsIn } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskBylines } from '@/lib/taxonomy/desk';
import { saveByline } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('taxonomy.bylines') };
}

export default async function BylinesPage({ searchParams }: PageProps<'/admin/bylines'>) {
  const { edit, q } = await searchParams;
  const words = String(q ?? '');
  const { bylines, edited, portrait, staff } = await deskBylines(words, idIn(String(edit ?? '')));
  const { say, labelSet } = await readSite();
  const query = words === '' ? '' : `q=${encodeURIComponent(words)}&`;

  return (
    <DeskLabels words={wordsIn(labelSet, say, pictureLabels)}>
      <DeskHead title={say('taxonomy.bylines')} />
      <FindForm action="/admin/bylines" words={words} say={say} />
      <ListAndForm
        title={say('taxonomy.bylines')}
        columns={[
          { label: say('taxonomy.name') },
          { label: say('taxonomy.kind') },
          { label: say('taxonomy.stories'), look: 'num' },
        ]}
        entries={bylines.map(({ id, name, role, member, kind, stories }) => ({
          id,
          name,
          href: `/admin/bylines?${query}edit=${id}#edit`,
          below: role || member,
          cells: [say(`taxonomy.kind.${kind}`), toBengaliDigits(stories)],
        }))}
        here={edited?.id}
        empty={say('taxonomy.none')}
        heading={edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.edit')}
      >
        {!edited && <p className="meta">{say('taxonomy.choose')}</p>}
        {edited && (
          <DeskForm
            key={edited.id}
            id="byline"
            action={saveByline}
            submit={say('taxonomy.save')}
            fields={bylineFields(edited, { portrait, staff }, say)}
          />
        )}
      </ListAndForm>
    </DeskLabels>
  );
}

type DeskBylines = Awaited<ReturnType<typeof deskBylines>>;

function bylineFields(
  edited: NonNullable<DeskBylines['edited']>,
  { portrait, staff }: Pick<DeskBylines, 'portrait' | 'staff'>,
  say: Say,
): DeskField[] {
  return [
    { kind: 'hidden', name: 'id', label: '', value: String(edited.id) },
    { kind: 'hidden', name: 'basedOn', label: '', value: String(edited.version) },
    { name: 'name', label: say('taxonomy.name'), value: edited.name, required: true },
    {
      kind: 'choice',
      name: 'kind',
      label: say('taxonomy.kind'),
      value: edited.kind,
      options: (['person', 'desk', 'agency'] as const).map((value) => ({
        value,
        label: say(`taxonomy.kind.${value}`),
      })),
    },
    { name: 'role', label: say('taxonomy.role'), value: edited.role },
    { kind: 'lines', name: 'bio', label: say('taxonomy.bio'), value: edited.bio },
    {
      kind: 'picture',
      name: 'portraitId',
      thumb: portrait,
      label: say('taxonomy.portrait'),
      hint: say('taxonomy.portraitHint'),
      value: edited.portraitId === null ? '' : toBengaliDigits(edited.portraitId),
    },
    {
      kind: 'choice',
      name: 'staffId',
      label: say('taxonomy.member'),
      value: String(edited.staffId ?? ''),
      empty: say('taxonomy.noMember'),
      options: staff.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  ];
}
