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
/** So many names are put in the order of the alphabet. */
const MOST_SORTED = 200;
const OFFERS = 8;
const OFFERS_NUMBERED = 60;

/**
 * Who the story's form is for. Null for nobody whose browser has just sent the form without script: the page is
 * then the action's answer, and to lead away from it would lose what was typed. It shows the form with that alone.
 */
export async function formWriter(page: `/admin${string}`): Promise<StaffMember | null> {
  const isFormSent = (await headers()).get('content-type')?.startsWith('multipart/form-data') === true;
  if (isFormSent && (await currentStaff()) === null) return null;
  return requireStaff('write-story', page);
}

/** A story on its form: what is stored, what this member may do with it, and what can be chosen. */
export async function deskStory(storyId: number, member: StaffMember) {
  const db = getDb();
  const story = await storyOnDesk(db, storyId);
  if (!story) return null;
  const body = storedDocument(story);
  return {
    story: { ...story, body },
    /** The library's pictures that the story has, as lead and in its body. */
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

/** What this member has typed in the story's form (0: in a new one's) and not saved. Nobody else is ever given it. */
export async function deskDrafts(member: StaffMember, storyId: number) {
  return recoverableDrafts(getDb(), member, storyId);
}

/** A story's revisions and what two of them say otherwise, for whoever may edit it; null if there is no such story. */
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
 * Stories for a picker, to whoever writes: by number, by words, or the lately changed ones. For a route that answers
 * JSON: it says who may not instead of leading to the sign-in.
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

/** Names of topics or bylines for a field that takes several, to whoever writes; as `deskStoryOffers`. */
export async function deskNameOffers(kind: string, typed: string) {
  const member = await currentStaff();
  if (!member) return { status: 401 as const };
  if (!may(member, 'write-story')) return { status: 403 as const };
  if (kind !== 'topics' && kind !== 'bylines') return { status: 400 as const };
  const words = oneLine(typed.slice(0, 200));
  const isOther = (name: string) => Number(!name.startsWith(words));
  const names = (await nameOffers(getDb(), kind, words, MOST_SORTED))
    .sort((a, b) => isOther(a) - isOther(b) || compareBengali(a, b))
    .slice(0, OFFERS);
  return { status: 200 as const, names };
}

/** The first picture of a body that nobody has described, for the form that was refused for it. */
export function deskUndescribed({ body }: Pick<StoryFields, 'body'>): UndescribedPicture | null {
  return typeof body === 'string' ? null : (undescribedPictures(getDb(), body)[0] ?? null);
}

/** What the form lets one choose from. */
export async function deskChoices(chosen: readonly number[] = []) {
  const db = getDb();
  return {
    sections: await sectionChoices(db),
    places: placesByDistrict(await districtChoices(db)),
    pictures: await pictureChoices(db, chosen, PICTURES_OFFERED),
  };
}

/** Divisions, then each district with its upazilas: by the alphabet, which is not the order of the code points. */
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
