import { compareBengali } from '@barta/bengali/collation';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { headers } from 'next/headers';
import { forbidden } from 'next/navigation';
import { getDb } from '@/db/client';
import {
  districtChoices,
  nameOffers,
  pictureChoices,
  sectionChoices,
  storyHistory,
  storyOffers,
  storyOnDesk,
} from '@/db/queries/stories/desk-stories';
import { revisionsOf } from '@/db/queries/stories/story-work';
import { idIn } from '@/lib/forms/read-form';
import type { StaffMember } from '@/lib/people/actor';
import { may } from '@/lib/people/may';
import { currentStaff, requireStaff } from '@/lib/people/require-staff';
import { deskSearch } from '@/lib/search/desk-search';
import { picturesInDocument } from '../body/pictures-in-document';
import { storedDocument } from '../body/stored-body';
import { type UndescribedPicture, undescribedPictures } from '../body/undescribed-pictures';
import type { StoryFields } from '../fields/catalogue';
import { oneLine } from '../fields/tidy-text';
import { storyAddress } from '../for-readers/cards';
import { mayEdit } from '../may-edit';
import { recoverableDrafts } from '../versions/drafts/recoverable-drafts';
import { whoIsHere } from '../versions/presence/who-is-here';
import { compareRevisions, type RevisionRef } from '../versions/revisions/compare-revisions';
import { mayPrepareNext, nextOf } from '../workflow/next-version';
import { mayTakeBack } from '../workflow/take-back-story';

const PICTURES_OFFERED = 24;
const HISTORY_LENGTH = 12;
/** The maximum number of names that are sorted alphabetically. */
const MOST_SORTED = 200;
const OFFERS = 8;
const OFFERS_NUMBERED = 60;

/**
 * The member for whom the form is rendered. Null for a signed-out browser that has just submitted the form without
 * JavaScript: a redirect would lose what was typed, so the page shows the form with only that.
 */
export async function formWriter(page: `/admin${string}`): Promise<StaffMember | null> {
  const isFormSent = (await headers()).get('content-type')?.startsWith('multipart/form-data') === true;
  if (isFormSent && (await currentStaff()) === null) return null;
  return requireStaff('write-story', page);
}

/** A story for its form: stored values, this member's permissions, and the choices. */
export async function deskStory(storyId: number, member: StaffMember) {
  const db = getDb();
  const story = await storyOnDesk(db, storyId);
  if (!story) return null;
  const body = storedDocument(story);
  return {
    story: { ...story, body },
    /** The library pictures that the story uses, as lead and in its body. */
    pictures: [...(story.pictureId === null ? [] : [story.pictureId]), ...picturesInDocument(body)],
    permits: {
      edits: mayEdit(member, story) && story.state !== 'retracted',
      publishes: may(member, 'publish-story'),
      takesBack: mayTakeBack(db, member, story),
      preparesNext: story.state === 'published' && mayPrepareNext(member, story),
    },
    present: (await whoIsHere(db, member, [storyId])).get(storyId) ?? null,
    next: nextOf(db, storyId) ?? null,
    history: (await storyHistory(db, storyId, HISTORY_LENGTH)).map((entry) => ({
      ...entry,
      at: new Date(entry.at),
    })),
  };
}

/** This member's unsaved drafts of the story (0: of new stories). They are never shown to anyone else. */
export async function deskDrafts(member: StaffMember, storyId: number) {
  return recoverableDrafts(getDb(), member, storyId);
}

/**
 * A story's revisions and the difference between two of them, for members who may edit it; null if there is no such
 * story.
 */
export async function deskRevisions(
  storyId: number,
  refs: { from: RevisionRef | null; to: RevisionRef | null },
) {
  const member = await requireStaff('write-story', `/admin/stories/${storyId}/revisions`);
  const db = getDb();
  const story = await storyOnDesk(db, storyId);
  if (!story) return null;
  const permitted = mayEdit(member, story);
  if (!permitted) forbidden();

  const [from, to] = [refs.from ?? 'now', refs.to ?? 'now'];
  const isComparison = refs.from !== null || refs.to !== null;
  const differences = isComparison ? await compareRevisions(db, storyId, { from, to }) : null;
  return {
    story: { id: story.id, headline: story.headline, version: story.version },
    canRestore: story.state !== 'retracted',
    revisions: await revisionsOf(db, storyId),
    compared: differences && { from, to, differences },
  };
}

/**
 * Stories for a picker, for members who may write: by number, by words, or the most recently changed. For a JSON
 * route, so it returns a refusal instead of redirecting to the sign-in page.
 */
export async function deskStoryOffers(query: { q: string; ids: string }) {
  const member = await currentStaff();
  if (!member) return { status: 401 as const };
  if (!may(member, 'write-story')) return { status: 403 as const };

  const db = getDb();
  const ids = query.ids.split(',').flatMap((id) => idIn(id) ?? []);
  const words = oneLine(query.q.slice(0, 200));
  const number = idIn(fromBengaliDigits(words.replace(/^#/, '')));
  const found = query.ids
    ? { ids: ids.slice(0, OFFERS_NUMBERED) }
    : number !== null
      ? { ids: [number] }
      : words === ''
        ? { newest: OFFERS }
        : { ids: (await deskSearch(db, { q: words, sort: 'relevance' })).slice(0, OFFERS) };
  const offers = await storyOffers(db, found);
  return {
    status: 200 as const,
    stories: offers.map(({ id, headline, state, section, sectionName }) => ({
      id,
      headline,
      section: sectionName,
      href: storyAddress({ id, section }),
      isPublic: state === 'published',
    })),
  };
}

/** Suggested names of topics or bylines, for members who may write; see `deskStoryOffers`. */
export async function deskNameOffers(kind: string, query: string) {
  const member = await currentStaff();
  if (!member) return { status: 401 as const };
  if (!may(member, 'write-story')) return { status: 403 as const };
  if (kind !== 'topics' && kind !== 'bylines') return { status: 400 as const };
  const words = oneLine(query.slice(0, 200));
  const isOther = (name: string) => Number(!name.startsWith(words));
  const names = (await nameOffers(getDb(), kind, words, MOST_SORTED))
    .sort((a, b) => isOther(a) - isOther(b) || compareBengali(a, b))
    .slice(0, OFFERS);
  return { status: 200 as const, names };
}

/** The first picture of a body without a description, for the form that was refused because of it. */
export function deskUndescribed({ body }: Pick<StoryFields, 'body'>): UndescribedPicture | null {
  return typeof body === 'string' ? null : (undescribedPictures(getDb(), body)[0] ?? null);
}

/** The choices that the form offers. */
export async function deskChoices(chosen: readonly number[] = []) {
  const db = getDb();
  return {
    sections: await sectionChoices(db),
    places: placesByDistrict(await districtChoices(db)),
    pictures: await pictureChoices(db, chosen, PICTURES_OFFERED),
  };
}

/** Divisions, then each district with its upazilas, in alphabetical order (which differs from code point order). */
function placesByDistrict(all: Awaited<ReturnType<typeof districtChoices>>) {
  const sorted = all.toSorted((a, b) => compareBengali(a.name, b.name));
  const choice = ({ code, label }: (typeof all)[number]) => ({ code, label });
  const districts = sorted.filter(({ level }) => level === 'district');
  return {
    divisions: sorted.filter(({ level }) => level === 'division').map(choice),
    districts: districts.map((district) => ({
      ...choice(district),
      upazilas: sorted.filter(({ parentCode }) => parentCode === district.code).map(choice),
    })),
  };
}
