import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { type DeskField, DeskForm } from '@/components/admin/desk/forms/desk-form.client';
import { MenuOrder } from '@/components/admin/site/menu-order.client';
import { ButtonLink } from '@/components/ui/button';
import { idIn } from '@/lib/forms/read-form';
import type { Say } from '@/lib/site/labels';
import { deskMenus } from '@/lib/site/menus/desk';
import { menuNames } from '@/lib/site/menus/menu-fields';
import { readSite } from '@/lib/site/reading';
import { moveLine, saveMenuLine } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('menus.title') };
}

export default async function MenusPage({ searchParams }: PageProps<'/admin/menus'>) {
  const { edit } = await searchParams;
  const { menus, edited } = await deskMenus(idIn(String(edit ?? '')));
  const { say } = await readSite();
  const which = [
    { kind: 'hidden', name: 'id', label: '', value: edited ? String(edited.id) : '' },
    { kind: 'hidden', name: 'basedOn', label: '', value: String(edited?.version ?? 0) },
  ] as const;
  return (
    <>
      <DeskHead title={say('menus.title')}>
        {edited && (
          <ButtonLink href="/admin/menus" icon="plus">
            {say('menus.add')}
          </ButtonLink>
        )}
      </DeskHead>
      <p className="meta">{say('menus.about')}</p>
      <div className="staff gap-8 grid items-start lg:grid-cols-[minmax(0,1fr)_19rem]">
        <div>
          {menus.map(({ name, lines }) => (
            <MenuOrder
              key={name}
              menu={name}
              heading={say(`menus.${name}`)}
              action={moveLine}
              words={{
                up: say('menus.up'),
                down: say('menus.down'),
                isPage: say('menus.isPage'),
                empty: say('menus.empty'),
              }}
              lines={lines.map(menuLine)}
            />
          ))}
        </div>
        <section className="panel" aria-labelledby="edit">
          <h2 id="edit">{edited ? say('menus.edit', { name: edited.label }) : say('menus.add')}</h2>
          <DeskForm
            key={edited?.id ?? 'new'}
            id="line"
            action={saveMenuLine}
            submit={say('menus.save')}
            fields={[...which, ...menuFields(edited, say)]}
          />
          {edited && (
            <DeskForm
              id="drop"
              action={saveMenuLine}
              submit={say('menus.delete')}
              does="delete"
              kind="no"
              fields={which}
            />
          )}
        </section>
      </div>
    </>
  );
}

function menuFields(edited: DeskMenus['edited'], say: Say): DeskField[] {
  return [
    { kind: 'hidden', name: 'formKey', label: '', value: randomUUID() },
    { name: 'label', label: say('menus.label'), value: edited?.label ?? '', required: true },
    {
      name: 'href',
      label: say('menus.href'),
      hint: say('menus.hrefHint'),
      value: edited?.href ?? '',
      required: true,
    },
    {
      kind: 'choice',
      name: 'menu',
      label: say('menus.menu'),
      value: edited?.menu ?? 'footer',
      options: menuNames.map((value) => ({ value, label: say(`menus.${value}`) })),
    },
  ];
}

type DeskMenus = Awaited<ReturnType<typeof deskMenus>>;

function menuLine({ id, name, label, href, kind }: DeskMenus['menus'][number]['lines'][number]) {
  const isPage = kind === 'page';
  return { name, label, href, isPage, edit: isPage ? `/admin/pages/${id}` : `/admin/menus?edit=${id}#edit` };
}
