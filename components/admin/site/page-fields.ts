import type { DeskField } from '@/components/admin/desk/forms/desk-form.client';
import type { Say } from '@/lib/site/labels';

interface StaticPageValues {
  id: number;
  slug: string;
  title: string;
  body: string;
  menu: string;
  version: number;
}

/** The fields of a page's form; null: of a new one, which chooses its address. */
export function pageFormFields(page: StaticPageValues | null, say: Say): DeskField[] {
  const slug: DeskField = {
    name: 'slug',
    label: say('sitePages.slug'),
    hint: say('sitePages.slugHint'),
    required: true,
  };
  return [
    { kind: 'hidden', name: 'id', label: '', value: page ? String(page.id) : '' },
    { kind: 'hidden', name: 'basedOn', label: '', value: String(page?.version ?? 0) },
    { name: 'title', label: say('sitePages.name'), value: page?.title ?? '', required: true },
    page ? { kind: 'hidden', name: 'slug', label: '', value: page.slug } : slug,
    {
      kind: 'lines',
      name: 'body',
      label: say('sitePages.body'),
      hint: say('sitePages.bodyHint'),
      value: page?.body ?? '',
      rows: 18,
      required: true,
    },
    {
      kind: 'choice',
      name: 'menu',
      label: say('sitePages.menu'),
      value: page?.menu ?? 'footer',
      options: (['footer', 'more', 'none'] as const).map((value) => ({
        value,
        label: say(`sitePages.menu.${value}`),
      })),
    },
  ];
}
