import { isDhakaDay } from '@barta/bengali/dates';
import { normalise } from '@barta/bengali/normalise';
import { type StoryForm, type StoryState, storyForms, storyStates } from '@/db/schema';
import { oneLine } from '../fields/tidy-text';

export const listOrders = ['changed', 'published', 'due', 'headline'] as const;
export type ListOrder = (typeof listOrders)[number];

/** Created by the current member; assigned to them; or with a deadline. */
export const listOwners = ['mine', 'assigned', 'due'] as const;
export type ListOwner = (typeof listOwners)[number];

/** In place of a section's slug (which begins with a letter): drafts without a section. */
export const noSection = '-';

/** The filters and order of the story list in an address; `''` if absent. */
export interface StoryListQuery {
  state: StoryState | '';
  whose: ListOwner | '';
  q: string;
  /** A section by its slug, a district by its code, the names of a byline and a topic. */
  section: string;
  byline: string;
  topic: string;
  district: string;
  form: StoryForm | '';
  /** Dates in Dhaka, inclusive. */
  from: string;
  to: string;
  /** What the dates filter by: last change or publication. */
  dates: 'changed' | 'published';
  order: ListOrder;
}

export const defaultListQuery: StoryListQuery = {
  state: '',
  whose: '',
  q: '',
  section: '',
  byline: '',
  topic: '',
  district: '',
  form: '',
  from: '',
  to: '',
  dates: 'changed',
  order: 'changed',
};

const names = Object.keys(defaultListQuery) as (keyof StoryListQuery)[];

/**
 * Parses the query of an address and ignores unknown values. `state=mine` is the former name of a member's own list.
 */
export function parseListQuery(
  sent: Readonly<Record<string, string | string[] | undefined>>,
): StoryListQuery {
  const one = (name: string) => oneLine(([sent[name]].flat()[0] ?? '').slice(0, 200));
  const from = dayIn(one('from'));
  const to = dayIn(one('to'));
  const isTurned = from !== '' && to !== '' && from > to;
  return {
    state: storyStates.find((known) => known === one('state')) ?? '',
    whose: listOwners.find((known) => known === (one('whose') || one('state'))) ?? '',
    q: one('q'),
    section: one('section'),
    byline: normalise(one('byline')),
    topic: normalise(one('topic')),
    district: one('district'),
    form: storyForms.find((known) => known === one('form')) ?? '',
    from: isTurned ? to : from,
    to: isTurned ? from : to,
    dates: one('dates') === 'published' ? 'published' : 'changed',
    order: listOrders.find((known) => known === one('order')) ?? 'changed',
  };
}

/** The same as an address's query, without the `?`; `''` for the whole list. */
export function listQuery(values: StoryListQuery, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const name of names) if (values[name] !== defaultListQuery[name]) query.set(name, values[name]);
  for (const [name, value] of Object.entries(more)) if (value !== '') query.set(name, value);
  return query.toString();
}

export function listAddress(values: StoryListQuery, more: Readonly<Record<string, string>> = {}): string {
  const query = listQuery(values, more);
  return query === '' ? '/admin/stories' : `/admin/stories?${query}`;
}

/** The active filters by name: the order is none, nor is the kind of date when no dates are given. */
export function narrowedBy(values: StoryListQuery): Exclude<keyof StoryListQuery, 'order' | 'dates'>[] {
  return names.flatMap((name) => (name === 'order' || name === 'dates' || values[name] === '' ? [] : [name]));
}

function dayIn(text: string): string {
  return isDhakaDay(text) ? text : '';
}
