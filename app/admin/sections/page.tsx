import type { Metadata } from 'next';
import { DeskForm } from '@/components/admin/desk/desk-form.client';
import { ButtonLink } from '@/components/ui/button';
import { toBengaliDigits } from '@/lib/bengali/digits';
import { idIn } from '@/lib/forms/read-form';
import { sectionLayouts } from '@/lib/fronts/layouts';
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
  const parents = sections.filter(({ parentId, id }) => parentId === null && id !== edited?.id);

  return (
    <>
      <div className="title">
        <h1>{say('taxonomy.sections')}</h1>
        {edited && (
          <ButtonLink href="/admin/sections" icon="plus">
            {say('taxonomy.addSection')}
          </ButtonLink>
        )}
      </div>
      <div className="staff">
        <table className="desk desk--plain">
          <caption className="vh">{say('taxonomy.sections')}</caption>
          <thead>
            <tr>
              <th scope="col">{say('taxonomy.name')}</th>
              <th scope="col">{say('taxonomy.slug')}</th>
              <th scope="col">{say('taxonomy.menu')}</th>
              <th scope="col" className="num">
                {say('taxonomy.position')}
              </th>
            </tr>
          </thead>
          <tbody>
            {sections.map((section) => (
              <tr key={section.id}>
                <td className="h">
                  <a
                    href={`/admin/sections?edit=${section.id}#edit`}
                    aria-current={section.id === edited?.id || undefined}
                  >
                    {section.name}
                  </a>
                  {section.parentId !== null && (
                    <div className="meta">{sections.find(({ id }) => id === section.parentId)?.name}</div>
                  )}
                </td>
                <td className="sec">
                  <a href={`/${section.slug}`}>/{section.slug}</a>
                </td>
                <td className="st">{say(`taxonomy.menu.${section.menu}`)}</td>
                <td className="num">{toBengaliDigits(section.position)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <section className="panel" aria-labelledby="edit">
          <h2 id="edit">
            {edited ? say('taxonomy.editSection', { name: edited.name }) : say('taxonomy.addSection')}
          </h2>
          <DeskForm
            key={edited?.id ?? 'new'}
            id="section"
            action={saveSection}
            submit={say(edited ? 'taxonomy.save' : 'taxonomy.add')}
            fields={[
              { kind: 'hidden', name: 'id', label: '', value: String(edited?.id ?? '') },
              { kind: 'hidden', name: 'basedOn', label: '', value: String(edited?.version ?? '') },
              { name: 'name', label: say('taxonomy.name'), value: edited?.name, required: true },
              { name: 'nameEn', label: say('taxonomy.nameEn'), value: edited?.nameEn },
              ...(edited
                ? []
                : [
                    {
                      name: 'slug',
                      label: say('taxonomy.slug'),
                      hint: say('taxonomy.slugHint'),
                      required: true,
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
            ]}
          />
        </section>
      </div>
    </>
  );
}
