import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { BulkDesk } from '@/components/admin/stories/list/bulk/bulk-desk.client';
import { ListChips } from '@/components/admin/stories/list/list-chips';
import { ListFilters } from '@/components/admin/stories/list/list-filters';
import { ListTabs } from '@/components/admin/stories/list/list-tabs';
import { SavedViews } from '@/components/admin/stories/list/saved-views.client';
import { StoryList } from '@/components/admin/stories/list/story-list';
import { StoryListFoot } from '@/components/admin/stories/list/story-list-foot';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { chosenValue } from '@/lib/stories/bulk/bulk-action';
import { deskStories } from '@/lib/stories/list/desk-list';
import {
  listAddress,
  listQuery,
  narrowedBy,
  noSection,
  parseListQuery,
  type StoryListQuery,
} from '@/lib/stories/list/list-query';
import { changeStories } from './bulk-actions';
import { bulkActionsFor, bulkWords, lastSentence, viewWords } from './list-words';
import { arrangeViews } from './view-actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.stories') };
}

export default async function StoriesPage({ searchParams }: PageProps<'/admin/stories'>) {
  const params = await searchParams;
  const filter = parseListQuery(params);
  const list = await deskStories(filter, [params.before].flat()[0] ?? '');
  const { say } = await readSite();
  const now = new Date();
  const count = countPhrase(say);
  const sections = [...list.choices.sections, { slug: noSection, name: say('storyDesk.noSectionYet') }];
  const choices = { ...list.choices, sections };

  return (
    <>
      <DeskHead title={say('admin.stories')}>
        <span className="meta">
          {longDate(now)} · {clockTime(now)}
        </span>
      </DeskHead>
      <ListTabs query={filter} counts={tabCounts(list.counts, count)} hrefOf={listAddress} say={say} />
      <ListFilters query={filter} choices={choices} say={say} />
      <SavedViews
        action={arrangeViews}
        {...savedViews(list.views, listQuery(filter))}
        words={viewWords(say)}
      />
      <ListChips query={filter} choices={choices} hrefOf={listAddress} say={say} />
      {list.order !== filter.order && (
        <p className="note">{say('list.tooManyToOrder', { order: say(`list.order.${list.order}`) })}</p>
      )}
      <StoriesWithBulkActions list={list} filter={filter} now={now} />
      {list.isUnfinished && <p className="meta">{say('list.lookedSoFar')}</p>}
      <StoryListFoot
        found={count(list.found)}
        newestHref={list.isFirst ? null : listAddress(filter)}
        olderHref={list.next === '' ? null : listAddress(filter, { before: list.next })}
        isUnfinished={list.isUnfinished}
        say={say}
      />
    </>
  );
}

type DeskStories = Awaited<ReturnType<typeof deskStories>>;

interface StoriesWithBulkActionsProps {
  list: DeskStories;
  filter: StoryListQuery;
  now: Date;
}

async function StoriesWithBulkActions({ list, filter, now }: StoriesWithBulkActionsProps) {
  const { say, labelSet } = await readSite();
  return (
    <BulkDesk
      action={changeStories}
      actions={bulkActionsFor(list.permits, say)}
      sections={list.choices.sections.map(({ slug, name }) => ({ value: slug, label: name }))}
      topics={list.choices.topics}
      staff={list.choices.staff.map(({ id, name }) => ({ value: String(id), label: name }))}
      last={lastSentence(list.lastBulk, say, now)}
      isEmpty={list.stories.length === 0}
      isBengali={labelSet === 'bn'}
      words={bulkWords(say)}
    >
      {list.stories.length === 0 ? (
        <p className="note">
          {list.unknown
            ? say(`list.unknown.${list.unknown}`, { name: filter[list.unknown] })
            : say(narrowedBy(filter).length > 0 ? 'storyDesk.noneFound' : 'storyDesk.none')}
        </p>
      ) : (
        <StoryList
          stories={list.stories.map((story) => ({
            ...story,
            tick: chosenValue({ storyId: story.id, basedOn: story.version, assigneeId: story.assigneeId }),
          }))}
          say={say}
          now={now}
        />
      )}
    </BulkDesk>
  );
}

type CountPhrase = (found: DeskStories['found']) => string;

/** ৪৭, or ৫০০+ where no more were counted. */
function countPhrase(say: Say): CountPhrase {
  return ({ count, isMore }) => say(isMore ? 'list.atLeast' : 'list.exactly', { count });
}

function tabCounts(counts: DeskStories['counts'], count: CountPhrase) {
  return {
    all: count(counts.all),
    mine: count(counts.mine),
    draft: count(counts.draft),
    filed: count(counts.filed),
    scheduled: count(counts.scheduled),
    published: count(counts.published),
    retracted: count(counts.retracted),
  };
}

function savedViews(views: DeskStories['views'], query: string) {
  return {
    query,
    views: views.map((view) => ({
      id: view.id,
      name: view.name,
      href: `/admin/stories?${view.query}`,
      isHere: view.query === query,
    })),
  };
}
