import { compareBengali } from '@barta/bengali/collation';
import { startOfDhakaDay } from '@barta/bengali/dates';
import { fromBengaliDigits } from '@barta/bengali/digits';
import type { ReadDb } from '@/db/client';
import type { ListFilter, ListPlace } from '@/db/queries/stories/desk-list/list-filter';
import {
  districtsWithin,
  headlinesHolding,
  namedOnDesk,
} from '@/db/queries/stories/desk-list/listed-stories';
import { type ListKey, narrowList } from '@/db/queries/stories/desk-list/narrow-list';
import { isOneWalk, walkList } from '@/db/queries/stories/desk-list/walk-list';
import { filterNamed } from '@/db/queries/stories/search/listing-filter';
import { idIn } from '@/lib/forms/read-form';
import { deskSearch } from '@/lib/search/desk-search';
import { type ListOrder, noSection, type StoryListQuery } from './list-query';

const PAGE_LENGTH = 30;
const A_DAY_MS = 86_400_000;
/** The maximum number of headlines sorted alphabetically for one page; a longer list is ordered by last change. */
const MOST_SORTED = 500;

export interface FoundPage {
  ids: number[];
  /** The cursor of the next page, as in the address; `''` at the end. */
  next: string;
  /** The page is not full although `next` may have more: the search stopped there. */
  isUnfinished: boolean;
  found: { count: number; isMore: boolean };
  /** The actual order of the list, which may differ from the requested one. */
  order: ListOrder;
  isFirst: boolean;
}

/**
 * One page of a filtered list. Its cost does not grow with the number of stories: a small result can have any order,
 * a large one is ordered by last change or publication; within a range of days, by date.
 */
export async function pageOf(
  db: ReadDb,
  filter: ListFilter,
  wantedOrder: ListOrder,
  before: string,
): Promise<FoundPage> {
  const place = placeIn(before);
  const isWithinDays = filter.from !== undefined || filter.to !== undefined;
  const isOfPublication = wantedOrder === 'published' || (isWithinDays && filter.dates === 'published');
  const wanted: ListFilter = {
    ...filter,
    state: filter.state ?? (isOfPublication ? 'published' : undefined),
    isDue: filter.isDue || wantedOrder === 'due' || undefined,
  };
  const isByPublication =
    wanted.state === 'published' && (isWithinDays ? filter.dates : wantedOrder) === 'published';
  const order = isByPublication ? 'published' : 'changed';
  const isWalk = order === wantedOrder && isOneWalk(wanted, order);
  const few = isWalk ? null : await narrowList(db, wanted);
  if (few) return pageOfFew(few, wantedOrder, place);

  const walk = await walkList(db, wanted, { order, before: place, limit: PAGE_LENGTH });
  return {
    ids: walk.ids,
    next: walk.next ? placeOf(walk.next) : '',
    isUnfinished: walk.next !== null && walk.ids.length < PAGE_LENGTH,
    found: { count: walk.count, isMore: walk.isMore },
    order,
    isFirst: place === null,
  };
}

function pageOfFew(few: ListKey[], wantedOrder: ListOrder, place: ListPlace | null): FoundPage {
  const order = wantedOrder === 'headline' && few.length > MOST_SORTED ? 'changed' : wantedOrder;
  const momentOf = momentsOf[order];
  const sorted =
    order === 'headline'
      ? [...few].sort((a, b) => compareBengali(a.headline, b.headline) || a.id - b.id)
      : [...few].sort((a, b) => (momentOf(b) - momentOf(a)) * (order === 'due' ? -1 : 1) || b.id - a.id);
  // In alphabetical order the cursor is the story alone; if it has gone, the list starts from the beginning.
  const from =
    place === null
      ? 0
      : order === 'headline'
        ? sorted.findIndex(({ id }) => id === place.id) + 1
        : firstBehind(sorted, (one) => ({ at: momentOf(one), id: one.id }), place, order);
  const pageRows = sorted.slice(from, from + PAGE_LENGTH);
  const last = pageRows.at(-1);
  return {
    ids: pageRows.map(({ id }) => id),
    next: last && sorted.length > from + PAGE_LENGTH ? placeOf({ at: momentOf(last), id: last.id }) : '',
    isUnfinished: false,
    found: { count: few.length, isMore: false },
    order,
    isFirst: place === null,
  };
}

const momentsOf: Record<ListOrder, (story: ListKey) => number> = {
  changed: ({ updatedAt }) => updatedAt,
  published: ({ publishedAt }) => publishedAt ?? 0,
  due: ({ dueAt }) => dueAt ?? 0,
  headline: ({ updatedAt }) => updatedAt,
};

function firstBehind(
  sorted: readonly ListKey[],
  placeOfOne: (one: ListKey) => ListPlace,
  place: ListPlace,
  order: ListOrder,
): number {
  const sign = order === 'due' ? -1 : 1;
  const at = sorted.findIndex((one) => {
    const here = placeOfOne(one);
    const apart = (here.at - place.at) * sign;
    return apart < 0 || (apart === 0 && here.id < place.id);
  });
  return at < 0 ? sorted.length : at;
}

/** What the names in an address refer to; `unknown` is the first that refers to nothing. */
export async function filterOf(
  db: ReadDb,
  query: StoryListQuery,
  memberId: number,
): Promise<{ filter: ListFilter; unknown: 'section' | 'byline' | 'topic' | 'district' | null }> {
  const sectionId = await sectionOfQuery(db, query.section);
  const byline = query.byline === '' ? undefined : await namedOnDesk(db, 'byline', query.byline);
  const topic = query.topic === '' ? undefined : await namedOnDesk(db, 'topic', query.topic);
  const districtCodes = query.district === '' ? undefined : await districtsWithin(db, query.district);
  const unknown =
    sectionId === null
      ? 'section'
      : byline === null
        ? 'byline'
        : topic === null
          ? 'topic'
          : districtCodes?.length === 0
            ? 'district'
            : null;
  return {
    unknown,
    filter: {
      state: query.state || undefined,
      createdBy: query.whose === 'mine' ? memberId : undefined,
      assigneeId: query.whose === 'assigned' ? memberId : undefined,
      isDue: query.whose === 'due' || undefined,
      sectionId: sectionId ?? undefined,
      bylineId: byline ?? undefined,
      topicId: topic ?? undefined,
      districtCodes,
      form: query.form || undefined,
      dates: query.dates,
      from: query.from === '' ? undefined : startOfDhakaDay(query.from),
      to: query.to === '' ? undefined : new Date(startOfDhakaDay(query.to).getTime() + A_DAY_MS),
      ids: await idsFor(db, query.q),
    },
  };
}

/** Null: there is no such section. */
async function sectionOfQuery(db: ReadDb, section: string): Promise<ListFilter['sectionId'] | null> {
  if (section === '') return undefined;
  if (section === noSection) return 'none';
  return (await filterNamed(db, 'section', section))?.id ?? null;
}

/** A number, plain or after `#`, is a story's id; words are searched in every state. */
async function idsFor(db: ReadDb, words: string): Promise<number[] | undefined> {
  if (words === '') return undefined;
  const id = idIn(fromBengaliDigits(words.replace(/^#/, '')));
  if (id !== null) return [id];
  return [...new Set([...(await deskSearch(db, { q: words })), ...(await headlinesHolding(db, words))])];
}

export function nothingFound(order: ListOrder): FoundPage {
  return { ids: [], next: '', isUnfinished: false, found: { count: 0, isMore: false }, order, isFirst: true };
}

function placeOf({ at, id }: ListPlace): string {
  return `${at}-${id}`;
}

/** Null unless it is exactly a value of `placeOf`. */
function placeIn(text: string): ListPlace | null {
  const match = /^(0|[1-9]\d{0,14})-([1-9]\d{0,14})$/.exec(text);
  return match ? { at: Number(match[1]), id: Number(match[2]) } : null;
}
