import { asc, eq } from 'drizzle-orm';
import { z } from 'zod';
import { sections } from '@/db/schema';
import { textOf } from '@/lib/forms/read-form';
import { done, refused } from '@/lib/result';
import type { StoryField } from '../field';

/** The story's own section, by its slug; `''`: a draft without a section. */
export const section: StoryField<string> = {
  label: 'editor.section',
  empty: '',
  parse: (form) => textOf(form, 'section'),
  formValue: (slug) => slug,
  tidy: (slug) => slug.trim(),
  faults: () => [],
  faultsForReaders: (slug) => (slug === '' ? ['missing'] : []),
  read(t, row) {
    if (row.isSectionOpen) return '';
    return t.select().from(sections).where(eq(sections.id, row.sectionId)).get()?.slug ?? '';
  },
  columns(t, slug) {
    const isSectionOpen = slug === '';
    const home = isSectionOpen
      ? t.select().from(sections).orderBy(asc(sections.position), asc(sections.id)).get()
      : t.select().from(sections).where(eq(sections.slug, slug)).get();
    return home ? done({ sectionId: home.id, isSectionOpen }) : refused('unknown', 'section');
  },
  merge: 'value',
  importShape: z.string(),
};
