import { normalise } from '@barta/bengali/normalise';
import { isLonger, oneLine } from '@/lib/stories/fields/tidy-text';

/** Where a page is named, besides its own address. */
export const pageMenus = ['footer', 'more', 'none'] as const;
export type PageMenu = (typeof pageMenus)[number];

export interface PageFields {
  slug: string;
  title: string;
  /** In the notation of a story's typed text (`lib/stories/body/notation/body-from-notation.ts`). */
  body: string;
  menu: PageMenu;
}

export type PageFault = 'title-empty' | 'title-too-long' | 'slug-invalid' | 'body-empty' | 'body-too-long';

export const pageLimits = { title: 120, slug: 40, body: 100_000 } as const;
const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

export function tidyPage({ slug, title, body, menu }: PageFields): PageFields {
  const lines = normalise(body.replace(/\r\n?/g, '\n')).replace(/[ \t]+$/gm, '');
  return { slug: slug.trim(), title: oneLine(title), body: lines.trim(), menu };
}

/** What keeps a tidy page from being stored, with the field that it stands at. */
export function faultInPage(fields: PageFields): { code: PageFault; field: keyof PageFields } | null {
  if (fields.title === '') return { code: 'title-empty', field: 'title' };
  if (isLonger(fields.title, pageLimits.title)) return { code: 'title-too-long', field: 'title' };
  if (!SLUG.test(fields.slug) || fields.slug.length > pageLimits.slug)
    return { code: 'slug-invalid', field: 'slug' };
  if (fields.body === '') return { code: 'body-empty', field: 'body' };
  if (fields.body.length > pageLimits.body) return { code: 'body-too-long', field: 'body' };
  return null;
}
