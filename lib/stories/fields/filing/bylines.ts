import { asc, eq } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { bylines as bylinesTable, storyBylines } from '@/db/schema';
import { namesField } from '../field-kinds';
import { oneLine } from '../tidy-text';
import { slugOfName } from './slug-of-name';

/** By name; an unknown name creates a byline. */
export const bylines = namesField('bylines', {
  label: 'editor.byline',
  limit: 8,
  read: (t, { id }) =>
    t
      .select({ name: bylinesTable.name })
      .from(storyBylines)
      .innerJoin(bylinesTable, eq(bylinesTable.id, storyBylines.bylineId))
      .where(eq(storyBylines.storyId, id))
      .orderBy(asc(storyBylines.position))
      .all()
      .map(({ name }) => name),
  link(t, storyId, names) {
    const ids = [...new Set(names.map((name) => bylineNamed(t, name)))];
    t.delete(storyBylines).where(eq(storyBylines.storyId, storyId)).run();
    for (const [position, bylineId] of ids.entries()) {
      t.insert(storyBylines).values({ storyId, bylineId, position }).run();
    }
  },
});

/**
 * The id of the byline with a tidy name. The name is tried first: slugs are often Latin (`nahida-sultana`), names
 * never are.
 */
export function bylineNamed(t: Tx, name: string): number {
  const slug = slugOfName(name);
  const known =
    t.select().from(bylinesTable).where(eq(bylinesTable.name, name)).get() ??
    t.select().from(bylinesTable).where(eq(bylinesTable.slug, slug)).get();
  return (
    known?.id ??
    t
      .insert(bylinesTable)
      .values({ slug, name, kind: kindOf(name) })
      .returning()
      .get().id
  );
}

/** A line such as নিজস্ব প্রতিবেদক is a desk, and the agencies are few; anything else is a person. */
function kindOf(name: string): 'person' | 'desk' | 'agency' {
  if (DESK.test(name)) return 'desk';
  return AGENCIES.has(name) ? 'agency' : 'person';
}

const DESK = new RegExp(
  `(?:${['প্রতিবেদক', 'প্রতিনিধি', 'রিপোর্টার', 'ডেস্ক', 'সংবাদদাতা'].map(oneLine).join('|')})$`,
);
const AGENCIES: ReadonlySet<string> = new Set(
  ['বাসস', 'ইউএনবি', 'রয়টার্স', 'এএফপি', 'এপি', 'পিটিআই', 'সিনহুয়া', 'বিবিসি', 'ডয়চে ভেলে'].map(oneLine),
);
