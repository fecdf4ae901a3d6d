import { isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { headers } from 'next/headers';
import { getDb } from '@/db/client';
import { countUses, libraryListing, pictureOnDesk } from '@/db/queries/media/pictures';
import type { PictureOrigin, PictureVariant } from '@/db/schema';
import { idIn } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { currentStaff, requireStaff } from '@/lib/people/require-staff';
import type { ChosenPicture } from './chosen-picture';
import { mayEditPicture } from './library/may-edit-picture';
import { pictureAddress, waitingAddress } from './picture-addresses';
import { isPictureUsed, pictureUsesOf } from './picture-uses';
import { missingWords, type PictureWords, wantedKeys } from './picture-words';

const PAGE_LENGTH = 48;
const DAY_MS = 24 * 3_600_000;

/** What an address of the library may ask for; anything else is as if it were not there. */
export interface PictureLibraryQuery {
  q?: string | undefined;
  /** Days in Dhaka, as in `2026-11-24`. */
  from?: string | undefined;
  to?: string | undefined;
  show?: string | undefined;
  before?: string | undefined;
}

export const pictureLibraryFilters = ['all', 'mine', 'unfinished', 'reader'] as const;
export type PictureLibraryFilter = (typeof pictureLibraryFilters)[number];

/** The library as its address asks. */
export async function deskLibrary(query: PictureLibraryQuery) {
  const member = await requireStaff('keep-picture', '/admin/pictures');
  const show = pictureLibraryFilters.find((known) => known === query.show) ?? 'all';
  const page = await listed(query, show, member.id, PAGE_LENGTH);
  return { member, show, ...page };
}

/** The same for a script of the desk's: null without the permit, which is the caller's to say. */
export async function pictureChoices(query: PictureLibraryQuery) {
  const member = await currentStaff();
  if (!member) return 'signed-out' as const;
  if (!may(member, 'keep-picture')) return 'forbidden' as const;
  const { rows, older } = await listed(query, 'all', member.id, 24);
  return { pictures: rows.map(chosenPicture), older };
}

async function listed(
  query: PictureLibraryQuery,
  show: PictureLibraryFilter,
  memberId: number,
  length: number,
) {
  const db = getDb();
  const words = (query.q ?? '').slice(0, 200).trim();
  const [from, to] = [dayIn(query.from), dayIn(query.to)];
  const before = idIn(query.before ?? '') ?? undefined;
  const found = await libraryListing(db, {
    origin: show === 'reader' ? 'reader' : 'desk',
    words: wantedKeys(words),
    from: from === undefined ? undefined : startOfDhakaDay(from),
    to: to === undefined ? undefined : new Date(startOfDhakaDay(to).getTime() + DAY_MS),
    uploadedBy: show === 'mine' ? memberId : undefined,
    isUnfinished: show === 'unfinished',
    before,
    limit: length + 1,
  });
  const rows = found.slice(0, length);
  const counts = await countUses(
    db,
    rows.map(({ id }) => id),
  );
  return {
    words,
    from: from ?? '',
    to: to ?? '',
    rows: rows.map((row) => ({ ...row, uses: counts.get(row.id) ?? 0, missing: missingWords(row) })),
    older: found.length > length ? (rows.at(-1)?.id ?? null) : null,
    isFirstPage: before === undefined,
  };
}

/** A picture that this member has just sent in, or found to be known. */
export async function savedPicture(pictureId: number, member: StaffMember) {
  return may(member, 'keep-picture') ? pictureOnDesk(getDb(), pictureId) : undefined;
}

/**
 * One picture on its page: where it stands, and what this member may do with it. `nobody`, whose session has ended
 * while the form was sent without script: the page is then the action's answer, and to lead away would lose words.
 */
export async function deskPicture(pictureId: number) {
  const isFormSent = (await headers()).get('content-type')?.startsWith('multipart/form-data') === true;
  if (isFormSent && (await currentStaff()) === null) return 'nobody' as const;
  const member = await requireStaff('keep-picture', `/admin/pictures/${pictureId}`);
  const db = getDb();
  const picture = await pictureOnDesk(db, pictureId);
  if (!picture) return null;
  const uses = pictureUsesOf(db, pictureId);
  const edits = mayEditPicture(member, picture, uses);
  return { picture, uses, edits, deletes: edits && !isPictureUsed(uses), missing: missingWords(picture) };
}

export function chosenPicture(
  picture: PictureWords & { id: number; variants: readonly PictureVariant[]; origin: PictureOrigin },
): ChosenPicture {
  const { id, variants, caption, credit, alt } = picture;
  const address = picture.origin === 'reader' ? waitingAddress : pictureAddress;
  const plain = variants.filter(({ mime }) => mime === variants.at(-1)?.mime);
  const fitting = plain.findLast(({ width }) => width <= 1280) ?? plain[0];
  const [narrowest] = variants;
  return {
    ...{ id, caption, credit, alt },
    src: fitting ? address(fitting) : '',
    width: fitting?.width ?? 0,
    height: fitting?.height ?? 0,
    thumb: narrowest ? address(narrowest) : '',
  };
}

function dayIn(text: string | undefined): string | undefined {
  return text !== undefined && isDhakaDay(text) ? text : undefined;
}
