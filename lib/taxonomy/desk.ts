import { normalise } from '@barta/bengali/normalise';
import { getDb } from '@/db/client';
import { allStaff } from '@/db/queries/operations/people';
import { allSections } from '@/db/queries/taxonomy/sections';
import { bylineById, bylinesOnDesk, topicById, topicsOnDesk } from '@/db/queries/taxonomy/taxonomy';
import { requireStaff } from '@/lib/people/require-staff';
import { thumbnailOf } from '@/lib/pictures/thumbnail-of';

/** The sections in their order, and the one that is being edited. */
export async function deskSections(editing: number | null) {
  await requireStaff('curate', '/admin/sections');
  const sections = await allSections(getDb());
  return { sections, edited: sections.find(({ id }) => id === editing) ?? null };
}

export async function deskTopics(words: string, editing: number | null) {
  await requireStaff('curate', '/admin/topics');
  const db = getDb();
  return {
    topics: await topicsOnDesk(db, normalise(words).trim().slice(0, 80)),
    edited: editing === null ? null : ((await topicById(db, editing)) ?? null),
  };
}

export async function deskBylines(words: string, editing: number | null) {
  await requireStaff('curate', '/admin/bylines');
  const db = getDb();
  const edited = editing === null ? null : ((await bylineById(db, editing)) ?? null);
  return {
    bylines: await bylinesOnDesk(db, normalise(words).trim().slice(0, 80)),
    edited,
    portrait: (await thumbnailOf(db, edited?.portraitId ?? null)) ?? undefined,
    staff: (await allStaff(db)).filter((member) => member.disabledAt === null),
  };
}
