import { toBengaliDigits } from '@barta/bengali/digits';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { ListAndForm } from '@/components/admin/desk/lists/list-and-form';
import { ButtonLink } from '@/components/ui/button';
import { idIn } from '@/lib/forms/read-form';
import { sectionLayouts } from '@/lib/fronts/arrangement/layouts';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { deskSections } from '@/lib/taxonomy/desk';
import { saveSection } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('taxonomy.sections') };
}

export default async function SectionsPage({ searchParams }: PageProps<'/admin/sections'>) {
  const { edit } = await searchParams;
  const { sections, edited } = await deskSections(idIn(String(edit ?? '')));
  const { say } = await readSite();

  return (
    <>
      <DeskHead title={say('taxonomy.sections')}>
        {edited && (
          <ButtonLink href="/admin/sections" icon="plus">
            {say('taxonomy.addSection')}
          </ButtonLink>
        )}
      </DeskHead>
      <ListAndForm
        title={say('taxonomy.sections')}
        columns={[
          { label: say('taxonomy.name') },
          { label: say('taxonomy.slug') },
          { label: say('taxonomy.menu'), look: 'st' },
          { label: say('taxonomy.position'), look: 'num' },
        ]}
        entries={sections.map(({ id, name, slug, parentId, menu, position }) => ({
          id,
          name,
          href: `/admin/sections?edit=${id}#edit`,
          below: sections.find((section) => section.id === parentId)?.name,
          cells: [
            <a key="slug" href={`/${slug}`}>
              /{slug}
            </a>,
            say(`taxonomy.menu.${menu}`),
            toBengaliDigits(position),
          ],
        }))}
        here={edited?.id}
        empty={say('taxonomy.noSections')}
        heading={edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.addSection')}
      >
        <DeskForm
          key={edited?.id ?? 'new'}
          id="section"
          action={saveSection}
          submit={say(edited ? 'taxonomy.save' : 'taxonomy.add')}
          fields={[
            { kind: 'hidden', name: 'id', label: '', value: String(edited?.id ?? '') },
            { kind: 'hidden', name: 'basedOn', label: '', value: String(edited?.version ?? '') },
            ...sectionFields(edited, sections, say),
          ]}
        />
      </ListAndForm>
    </>
  );
}

type DeskSections = Awaited<ReturnType<typeof deskSections>>;

function sectionFields(
  edited: DeskSections['edited'],
  sections: DeskSections['sections'],
  say: Say,
): DeskField[] {
  const parents = sections.filter(({ parentId, id }) => parentId === null && id !== edited?.id);
  return [
    { name: 'name', label: say('taxonomy.name'), value: edited?.name, required: true },
    { name: 'nameEn', label: say('taxonomy.nameEn'), value: edited?.nameEn },
    ...(edited
      ? []
      : [
          {
            name: 'slug',
            label: say('taxonomy.slug'),
            hint: say('taxonomy.slugHint'),
          },
        ]),
    {
      kind: 'number' as const,
      name: 'position',
      label: say('taxonomy.position'),
      value: toBengaliDigits(edited?.position ?? sections.length + 1),
    },
    {
      kind: 'choice' as const,
      name: 'parentId',
      label: say('taxonomy.parent'),
      value: String(edited?.parentId ?? ''),
      empty: say('taxonomy.noParent'),
      options: parents.map(({ id, name }) => ({ value: String(id), label: name })),
    },
    {
      kind: 'choice' as const,
      name: 'menu',
      label: say('taxonomy.menu'),
      value: edited?.menu ?? 'bar',
      options: (['bar', 'more', 'none'] as const).map((value) => ({
        value,
        label: say(`taxonomy.menu.${value}`),
      })),
    },
    ...sectionRuleFields(edited, say),
  ];
}

/** How its comments are moderated, and how its page is laid out. */
function sectionRuleFields(edited: DeskSections['edited'], say: Say): DeskField[] {
  return [
    {
      kind: 'choice' as const,
      name: 'strictness',
      label: say('taxonomy.strictness'),
      value: edited?.strictness ?? 'usual',
      options: (['lenient', 'usual', 'strict'] as const).map((value) => ({
        value,
        label: say(`taxonomy.strictness.${value}`),
      })),
    },
    {
      kind: 'number' as const,
      name: 'commentsDays',
      label: say('taxonomy.commentsDays'),
      hint: say('taxonomy.commentsDaysHint'),
      value: edited?.commentsDays == null ? '' : toBengaliDigits(edited.commentsDays),
    },
    {
      kind: 'choice' as const,
      name: 'layout',
      label: say('taxonomy.layout'),
      hint: say('fronts.layoutHint'),
      value: edited?.layout ?? '',
      empty: say('taxonomy.layoutUsual'),
      options: sectionLayouts.map((value) => ({ value, label: say(`fronts.layout.${value}`) })),
    },
  ];
}
