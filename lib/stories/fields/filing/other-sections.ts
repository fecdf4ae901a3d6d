import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { sections as sectionsTable, storySections } from '@/db/schema';
import { done, refused } from '@/lib/result';
import { namesField } from '../field-kinds';
import { oneLine } from '../tidy-text';

/** Sections that list the story besides its own, by name. */
export const sections = namesField<{ section: string }>('sections', {
  label: 'editor.otherSections',
  limit: 6,
  read: (t, { id }) =>
    t
      .select({ name: sectionsTable.name })
      .from(storySections)
      .innerJoin(sectionsTable, eq(sectionsTable.id, storySections.sectionId))
      .where(eq(storySections.storyId, id))
      .orderBy(asc(storySections.position))
      .all()
      .map(({ name }) => name),
  columns: (t, names, { section }) =>
    idsOfSections(t, names, section) === null ? refused('unknown', 'sections') : done({}),
  link(t, storyId, names, { section }) {
    t.delete(storySections).where(eq(storySections.storyId, storyId)).run();
    for (const [position, sectionId] of (idsOfSections(t, names, section) ?? []).entries()) {
      t.insert(storySections).values({ storyId, sectionId, position }).run();
    }
  },
});

/** Without the story's own section; null if a name is unknown. */
function idsOfSections(t: Tx, names: readonly string[], home: string): number[] | null {
  if (names.length === 0) return [];
  const all = t.select().from(sectionsTable).all();
  const found = names.map((name) => all.find((one) => oneLine(one.name) === name || one.slug === name));
  if (found.some((one) => one === undefined)) return null;
  return [...new Set(found.flatMap((one) => (one && one.slug !== home ? [one.id] : [])))];
}
