import { compareBengali } from '@barta/bengali/collation';
import { getDb } from '@/db/client';
import { bylinesWithNewest, staffBylines } from '@/db/queries/taxonomy/bylines';
import type { StaffRole } from '@/db/schema';
import { type CardPicture, face, storyAddress } from '@/lib/stories/for-readers/cards';

/** A byline as a list shows it. */
export interface ListedByline {
  slug: string;
  name: string;
  kind: 'person' | 'desk' | 'agency';
  role: string;
  bio: string;
  portrait: CardPicture | null;
  /** Its latest published story; null if the list does not need it. */
  newest: { id: number; href: string; headline: string; publishedAt: Date } | null;
}

/** Nobody reads more names on one page; of more, the oldest bylines are shown. */
const MOST_LISTED = 1000;

/** Every byline with a published story, in alphabetical order. */
export async function readBylines(db = getDb()): Promise<ListedByline[]> {
  const rows = await bylinesWithNewest(db, MOST_LISTED);
  return rows.map(listed).sort((a, b) => compareBengali(a.name, b.name));
}

/** Roles that come first on the newsroom's page, in this order; the others follow. */
const ranks: readonly StaffRole[] = ['chief', 'editor', 'reporter'];
const rankOf = (role: StaffRole) => (ranks.includes(role) ? ranks.indexOf(role) : ranks.length);

/** The newsroom: persons linked to an active staff account. Of the account only the role is used. */
export async function readStaffBylines(db = getDb()): Promise<ListedByline[]> {
  const rows = await staffBylines(db);
  return rows
    .toSorted((a, b) => rankOf(a.rank) - rankOf(b.rank) || compareBengali(a.name, b.name))
    .map(({ rank: _, ...row }) => listed({ ...row, newest: null }));
}

function listed({
  portrait,
  portraitLook,
  newest,
  ...row
}: Omit<Awaited<ReturnType<typeof bylinesWithNewest>>[number], 'newest'> & {
  newest: Awaited<ReturnType<typeof bylinesWithNewest>>[number]['newest'] | null;
}): ListedByline {
  return {
    ...row,
    portrait: face(portrait, '', portraitLook),
    newest: newest && {
      id: newest.id,
      href: storyAddress(newest),
      headline: newest.headline,
      // Never null: only published stories are queried.
      publishedAt: newest.publishedAt ?? new Date(0),
    },
  };
}
