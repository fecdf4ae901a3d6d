import { normalise } from '@barta/bengali/normalise';
import { getDb } from '@/db/client';
import {
  picturesOfTip,
  storyOfTip,
  type TipState,
  tipListing,
  tipOnDesk,
} from '@/db/queries/discussion/tips';
import { allSections } from '@/db/queries/taxonomy/sections';
import { idIn } from '@/lib/forms/read-form';
import { may } from '@/lib/people/may';
import { requireStaff } from '@/lib/people/require-staff';
import { chosenPicture } from '@/lib/pictures/desk';

export const tipTabs = ['new', 'read', 'mine', 'used', 'discarded', 'all'] as const;
export type TipTab = (typeof tipTabs)[number];

const LISTED = 40;

/** The inbox as its address asks. */
export async function deskTips(query: { show?: string; q?: string; before?: string }) {
  const member = await requireStaff('handle-tips', '/admin/tips');
  const tab = tipTabs.find((known) => known === query.show) ?? 'new';
  const words = normalise(query.q ?? '')
    .trim()
    .slice(0, 200);
  const rows = await tipListing(getDb(), {
    // Who looks for words looks everywhere.
    state: words !== '' || tab === 'all' || tab === 'mine' ? undefined : (tab satisfies TipState),
    staffId: words === '' && tab === 'mine' ? member.id : undefined,
    words: words.split(/\s+/).filter(Boolean).slice(0, 8),
    before: idIn(query.before ?? '') ?? undefined,
    limit: LISTED + 1,
  });
  return {
    tab,
    words,
    tips: rows.slice(0, LISTED).map(({ tip, member: name }) => ({ ...tip, member: name })),
    older: rows.length > LISTED ? (rows[LISTED - 1]?.tip.id ?? null) : null,
  };
}

export type DeskTip = NonNullable<Awaited<ReturnType<typeof deskTip>>>;

/** One tip with its pictures, and what this member may do with it. */
export async function deskTip(id: number) {
  const member = await requireStaff('handle-tips', `/admin/tips/${id}`);
  const db = getDb();
  const found = await tipOnDesk(db, id);
  if (!found) return null;
  const pictures = await picturesOfTip(db, found.tip.pictureIds);
  return {
    tip: { ...found.tip, member: found.member },
    isMine: found.tip.staffId === member.id,
    pictures: pictures.map(chosenPicture),
    story: (await storyOfTip(db, id)) ?? null,
    sections: await allSections(db),
    writes: may(member, 'write-story'),
    erases: may(member, 'erase-tip'),
  };
}
