import { isDhakaDay, startOfDhakaDay } from '@barta/bengali/dates';
import { fromBengaliDigits } from '@barta/bengali/digits';
import { normalise } from '@barta/bengali/normalise';
import type { CommentFilter } from '@/db/queries/discussion/comments-desk';
import { idIn } from '@/lib/forms/read-form';
import { type HoldReason, holdReasons } from '../hold-rules/rule';
import { emailAddress } from '../posting/email-address';

export const queueTabs = ['held', 'reported', 'visible', 'hidden', 'spam', 'withdrawn', 'all'] as const;
export type QueueTab = (typeof queueTabs)[number];

/** What stands in the queue's address: the tab, and each filter as it was typed. */
export interface QueueFilter {
  tab: QueueTab;
  q: string;
  section: string;
  story: string;
  by: string;
  since: string;
  until: string;
  link: string;
  why: string;
  mine: string;
}

export const filterNames = ['q', 'section', 'story', 'by', 'since', 'until', 'link', 'why', 'mine'] as const;
const LONGEST = 200;
const A_DAY = 86_400_000;

/** Reads the address; what makes no sense there is left out, as if nobody had asked. */
export function filterIn(one: (name: string) => string): QueueFilter {
  // As the desk shows it and people type it: ১২, 12 or #12.
  const story = fromBengaliDigits(one('story')).trim().replace(/^#/, '');
  const filter: QueueFilter = {
    tab: queueTabs.find((known) => known === one('state')) ?? 'held',
    q: one('q').trim().slice(0, LONGEST),
    section: /^[a-z0-9-]{1,64}$/.test(one('section')) ? one('section') : '',
    story: idIn(story) ? story : '',
    by: idIn(one('by')) ? one('by') : '',
    since: isDhakaDay(one('since')) ? one('since') : '',
    until: isDhakaDay(one('until')) ? one('until') : '',
    link: one('link') === '1' ? '1' : '',
    why: isReason(one('why')) ? one('why') : '',
    mine: one('mine') === '1' ? '1' : '',
  };
  return filter;
}

function isReason(code: string): code is HoldReason {
  return holdReasons.some((known) => known === code);
}

/** The same place with more or other names in it, as in `/admin/comments?state=held&section=sports`. */
export function queueAddress(filter: QueueFilter, more: Readonly<Record<string, string>> = {}): string {
  const names = new URLSearchParams({ state: filter.tab });
  for (const name of filterNames) if (filter[name] !== '') names.set(name, filter[name]);
  for (const [name, value] of Object.entries(more)) names.set(name, value);
  return `/admin/comments?${names}`;
}

export function isNarrowed(filter: QueueFilter): boolean {
  return filterNames.some((name) => filter[name] !== '');
}

/**
 * The filter as the store is asked. A whole e-mail address in the search means its writer, and nobody finds one by
 * a part of it. `until` is a day that counts as a whole.
 */
export function queueQuery(filter: QueueFilter, memberId: number): CommentFilter {
  const isState = filter.tab !== 'reported' && filter.tab !== 'all';
  const email = filter.q.includes('@') ? emailAddress(filter.q) : null;
  const words = normalise(filter.q).toLowerCase();
  return {
    state: isState ? (filter.tab as Exclude<QueueTab, 'reported' | 'all'>) : undefined,
    reported: filter.tab === 'reported' || undefined,
    section: filter.section || undefined,
    storyId: idIn(filter.story) ?? undefined,
    commenterId: idIn(filter.by) ?? undefined,
    since: filter.since ? startOfDhakaDay(filter.since) : undefined,
    until: filter.until ? new Date(startOfDhakaDay(filter.until).getTime() + A_DAY) : undefined,
    hasLink: filter.link === '1' || undefined,
    why: filter.why || undefined,
    decidedBy: filter.mine === '1' ? memberId : undefined,
    email: email ?? undefined,
    words: email === null && words !== '' ? words : undefined,
  };
}
