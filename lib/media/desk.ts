import { headers } from 'next/headers';
import { getDb } from '@/db/client';
import { countMediaUses, mediaListing, mediaOnDesk, subtitlesOf } from '@/db/queries/media/media';
import { idIn } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { currentStaff, requireStaff } from '@/lib/people/require-staff';
import { wantedKeys } from '@/lib/pictures/picture-words';
import { thumbnailOf } from '@/lib/pictures/thumbnail-of';
import { mayEditMedia } from './may-edit-media';
import { isMediaUsed, mediaUsesOf } from './media-uses';

const PAGE_LENGTH = 24;

export const mediaLibraryFilters = ['all', 'video', 'audio', 'mine'] as const;
export type MediaLibraryFilter = (typeof mediaLibraryFilters)[number];

/** The query of a library address; unknown values are ignored. */
export interface MediaLibraryQuery {
  q?: string | undefined;
  show?: string | undefined;
  before?: string | undefined;
}

/** The media library for an address, newest first. */
export async function deskMediaLibrary(query: MediaLibraryQuery) {
  const member = await requireStaff('keep-picture', '/admin/media');
  const show = mediaLibraryFilters.find((known) => known === query.show) ?? 'all';
  const words = (query.q ?? '').slice(0, 200).trim();
  const before = idIn(query.before ?? '') ?? undefined;
  const db = getDb();
  const found = await mediaListing(db, {
    kind: show === 'audio' || show === 'video' ? show : undefined,
    words: wantedKeys(words),
    uploadedBy: show === 'mine' ? member.id : undefined,
    before,
    limit: PAGE_LENGTH + 1,
  });
  const rows = found.slice(0, PAGE_LENGTH);
  const counts = await countMediaUses(
    db,
    rows.map(({ file }) => file),
  );
  return {
    show,
    words,
    rows: rows.map((row) => ({ ...row, uses: counts.get(row.file) ?? 0 })),
    older: found.length > PAGE_LENGTH ? (rows.at(-1)?.id ?? null) : null,
    isFirstPage: before === undefined,
  };
}

/**
 * One media file for its page: where it is used, and what this member may do with it. `nobody`: the session ended
 * while the form was sent without JavaScript, so the page shows the response, and a redirect would lose the input.
 */
export async function deskMedia(file: string) {
  const isFormSent = (await headers()).get('content-type')?.startsWith('multipart/form-data') === true;
  if (isFormSent && (await currentStaff()) === null) return 'nobody' as const;
  const member = await requireStaff('keep-picture', `/admin/media/${encodeURIComponent(file)}`);
  const db = getDb();
  const media = await mediaOnDesk(db, file);
  if (!media) return null;
  const uses = mediaUsesOf(db, file);
  const edits = mayEditMedia(member, media, uses);
  const poster = (await thumbnailOf(db, media.posterId)) ?? undefined;
  return {
    media,
    uses,
    edits,
    deletes: edits && !isMediaUsed(uses),
    poster,
    subtitles: await subtitlesOf(db, file),
  };
}

/** The current values, for a member whose save came too late. */
export async function mediaNow(file: string, member: StaffMember) {
  if (!may(member, 'keep-picture')) return undefined;
  const media = await mediaOnDesk(getDb(), file);
  return media && { ...media, subtitles: (await subtitlesOf(getDb(), file))?.text ?? '' };
}

const OFFERED = 30;

/** The newest of each kind for a story's form, by address. Nothing when signed out. */
export async function mediaOffers() {
  const member = await currentStaff();
  if (!member || !may(member, 'keep-picture')) return { audio: [], video: [] };
  const of = async (kind: 'audio' | 'video') =>
    (await mediaListing(getDb(), { kind, limit: OFFERED })).map(({ file, caption, name }) => ({
      address: `/media/${file}`,
      label: caption || name,
    }));
  return { audio: await of('audio'), video: await of('video') };
}
