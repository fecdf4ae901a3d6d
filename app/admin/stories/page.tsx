import type { Metadata } from 'next';
import { StoryList } from '@/components/admin/stories/story-list';
import { Button, ButtonLink } from '@/components/ui/button';
import { clock, longDate } from '@/lib/bengali/dates';
import { readSite } from '@/lib/site/reading';
import { type DeskFilter, deskStories } from '@/lib/stories/desk';

const filters: readonly DeskFilter[] = [
  'all',
  'mine',
  'draft',
  'filed',
  'scheduled',
  'published',
  'retracted',
];

export async function generateMetadata(): Promise<Metadata> {
  const { say } = await readSite();
  return { title: say('admin.stories') };
}

export default async function StoriesPage({ searchParams }: PageProps<'/admin/stories'>) {
  const { state, q, before } = await searchParams;
  const list = await deskStories({ state: one(state), q: one(q), before: one(before) });
  const { say } = await readSite();
  const now = new Date();

  return (
    <>
      <div className="title">
        <h1>{say('admin.stories')}</h1>
        <span className="meta">
          {longDate(now)} · {clock(now)}
        </span>
      </div>
      <nav className="tabs" aria-label={say('storyDesk.filterByState')}>
        {filters.map((filter) => (
          <a
            key={filter}
            href={addressOf({ state: filter, q: list.words })}
            aria-current={filter === list.filter ? 'true' : undefined}
          >
            {say(`storyDesk.${filter}`)}
          </a>
        ))}
      </nav>
      <form className="filters" action="/admin/stories" aria-label={say('storyDesk.doFind')}>
        {list.filter !== 'all' && <input type="hidden" name="state" value={list.filter} />}
        <label className="vh" htmlFor="story-find">
          {say('storyDesk.find')}
        </label>
        <input
          className="input"
          id="story-find"
          name="q"
          type="search"
          defaultValue={list.words}
          placeholder={say('storyDesk.find')}
        />
        <Button icon="search">{say('storyDesk.doFind')}</Button>
        {list.words && (
          <ButtonLink kind="quiet" href={addressOf({ state: list.filter, q: '' })}>
            {say('storyDesk.clearFind')}
          </ButtonLink>
        )}
      </form>
      {list.stories.length === 0 ? (
        <p className="note">{say(list.words ? 'storyDesk.noneFound' : 'storyDesk.none')}</p>
      ) : (
        <StoryList stories={list.stories} say={say} now={now} />
      )}
      <div className="foot">
        <ButtonLink kind="quiet" href="/admin/stories/bin">
          {say('work.binTitle')}
        </ButtonLink>
        <span>
          {!list.isFirstPage && (
            <ButtonLink icon="back" href={addressOf({ state: list.filter, q: list.words })}>
              {say('storyDesk.newest')}
            </ButtonLink>
          )}
        </span>
        {list.older && (
          <ButtonLink
            icon="forward"
            href={addressOf({ state: list.filter, q: list.words, before: list.older })}
          >
            {say('storyDesk.older')}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

function addressOf({ state, q, before }: { state: DeskFilter; q: string; before?: string }): string {
  const query = new URLSearchParams();
  if (state !== 'all') query.set('state', state);
  if (q) query.set('q', q);
  if (before) query.set('before', before);
  return query.size > 0 ? `/admin/stories?${query}` : '/admin/stories';
}

function one(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
