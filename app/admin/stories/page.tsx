import { clockTime, longDate } from '@barta/bengali/dates';
import type { Metadata } from 'next';
import { DeskHead } from '@/components/admin/desk/desk-head';
import { BulkDesk } from '@/components/admin/stories/list/bulk/bulk-desk.client';
import { ListChips } from '@/components/admin/stories/list/list-chips';
import { ListFilters } from '@/components/admin/stories/list/list-filters';
import { ListTabs } from '@/components/admin/stories/list/list-tabs';
import { SavedViews } from '@/components/admin/stories/list/saved-views.client';
import { StoryList } from '@/components/admin/stories/list/story-list';
import { ButtonLink } from '@/components/ui/button';
import type { Say } from '@/lib/site/labels';
import { readSite } from '@/lib/site/reading';
import { chosenValue } from '@/lib/stories/bulk/bulk-action';
import { deskStories } from '@/lib/stories/list/desk-list';
import { listAddress, listQuery, narrowedBy, noSection, parseListQuery } from '@/lib/stories/list/list-query';
import { changeStories } from './bulk-actions';
import { bulkWords, deedsFor, lastSentence, viewWords } from './list-words';
import { arrangeViews } from './view-actions';

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.stories') };
}

export default async function StoriesPage({ searchParams }: PageProps<'/admin/stories'>) {
  const sent = await searchParams;
  const asked = parseListQuery(sent);
  const list = await deskStories(asked, [sent.before].flat()[0] ?? '');
  const { say, labelSet } = await readSite();
  const now = new Date();
  const query = listQuery(asked);
  const counted = countedIn(say);
  const sections = [...list.choices.sections, { slug: noSection, name: say('storyDesk.noSectionYet') }];
  const choices = { ...list.choices, sections };

  return (
    <>
      <DeskHead title={say('admin.stories')}>
        <span className="meta">
          {longDate(now)} · {clockTime(now)}
        </span>
      </DeskHead>
      <ListTabs
        query={asked}
        counts={{
          all: counted(list.counts.all),
          mine: counted(list.counts.mine),
          draft: counted(list.counts.draft),
          filed: counted(list.counts.filed),
          scheduled: counted(list.counts.scheduled),
          published: counted(list.counts.published),
          retracted: counted(list.counts.retracted),
        }}
        hrefOf={listAddress}
        say={say}
      />
      <ListFilters query={asked} choices={choices} say={say} />
      <SavedViews
        action={arrangeViews}
        query={query}
        views={list.views.map((view) => ({
          id: view.id,
          name: view.name,
          href: `/admin/stories?${view.query}`,
          isHere: view.query === query,
        }))}
        words={viewWords(say)}
      />
      <ListChips query={asked} choices={choices} hrefOf={listAddress} say={say} />
      {list.order !== asked.order && (
        <p className="note">{say('list.tooManyToOrder', { order: say(`list.order.${list.order}`) })}</p>
      )}
      <BulkDesk
        action={changeStories}
        actions={deedsFor(list.permits, say)}
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
              ? say(`list.unknown.${list.unknown}`, { name: asked[list.unknown] })
              : say(narrowedBy(asked).length > 0 ? 'storyDesk.noneFound' : 'storyDesk.none')}
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
      {list.isUnfinished && <p className="meta">{say('list.lookedSoFar')}</p>}
      <div className="mt-3 gap-y-2 gap-x-4 text-(length:--text-meta) flex flex-wrap items-center justify-between text-ink-3">
        <span>{say('list.found', { count: counted(list.found) })}</span>
        <ButtonLink kind="quiet" href="/admin/stories/bin">
          {say('work.binTitle')}
        </ButtonLink>
        <span>
          {!list.isFirst && (
            <ButtonLink icon="back" href={listAddress(asked)}>
              {say('storyDesk.newest')}
            </ButtonLink>
          )}{' '}
          {list.next !== '' && (
            <ButtonLink icon="forward" href={listAddress(asked, { before: list.next })}>
              {say(list.isUnfinished ? 'list.lookOn' : 'storyDesk.older')}
            </ButtonLink>
          )}
        </span>
      </div>
    </>
  );
}

/** ৪৭, or ৫০০+ where no more were counted. */
function countedIn(say: Say) {
  return ({ count, isMore }: { count: number; isMore: boolean }) =>
    say(isMore ? 'list.atLeast' : 'list.exactly', { count });
}
