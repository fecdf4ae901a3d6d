import { compareBengali } from '@barta/bengali/collation';
import { getDb } from '@/db/client';
import { bylinesWithNewest, staffBylines } from '@/db/queries/taxonomy/bylines';
import type { StaffRole } from '@/db/schema';
import { type CardPicture, face, storyAddress } from '@/lib/stories/for-readers/cards';

/** Who writes, as a list prints them. */
export interface ListedByline {
  slug: string;
  name: string;
  kind: 'person' | 'desk' | 'agency';
  role: string;
  bio: string;
  portrait: CardPicture | null;
  /** The last story that readers see; null where the list does not ask. */
  newest: { id: number; href: string; headline: string; publishedAt: Date } | null;
}

/** More names than this on one page nobody reads; of so many, those who were there first. */
const MOST_LISTED = 1000;

/** Everyone with a story that readers see, in the order of the alphabet. */
export async function readBylines(db = getDb()): Promise<ListedByline[]> {
  const rows = await bylinesWithNewest(db, MOST_LISTED);
  return rows.map(listed).sort((a, b) => compareBengali(a.name, b.name));
}

/** Roles that come first on the newsroom's page, in this order; all others follow. */
const ranks: readonly StaffRole[] = ['chief', 'editor', 'reporter'];
const rankOf = (role: StaffRole) => (ranks.includes(role) ? ranks.indexOf(role) : ranks.length);

/** The newsroom: persons whom the desk has tied to an account that is in use. Of the account nothing but its rank counts. */
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
      // Never null: only published stories are asked for.
      publishedAt: newest.publishedAt ?? new Date(0),
    },
  };
}
