import type { ReactNode } from 'react';
import { Icon } from '@/components/reader/icon';
import { Picture } from '@/components/reader/picture';
import { spoken } from '@/components/reader/spoken';
import { StoryTime } from '@/components/reader/story/story-time';
import { StaticHtml } from '@/components/static-html/static-html';
import type { Say } from '@/lib/site/labels';
import type { StoryCard } from '@/lib/stories/for-readers/cards';

/** Stories one under another, newest first. */
export function StoryList({ stories, now }: { stories: readonly StoryCard[]; now: Date }) {
  return (
    <ul className="list">
      {stories.map((story) => (
        <li key={story.id}>
          <article className="item">
            <div>
              {story.kicker && <span className="kicker">{story.kicker}</span>}
              <h3>
                <a href={story.href}>{spoken(story.headline)}</a>
              </h3>
              {story.standfirst && <p>{spoken(story.standfirst)}</p>}
              <span className="meta">
                {story.by && `${story.by} · `}
                <StoryTime at={story.publishedAt} now={now} />
              </span>
            </div>
            <Picture picture={story.picture} mark={story.mark} sizes="(min-width: 45rem) 13rem, 7rem" />
          </article>
        </li>
      ))}
    </ul>
  );
}

interface Pager {
  /** Where the listing begins; given on its older pages only. */
  newest?: string | undefined;
  older: string | null;
  say: Say;
}

/** No numbers: a page is named by the story above it, so that it keeps its stories when new ones come. */
export function Pager({ newest, older, say }: Pager) {
  if (!newest && !older) return null;
  return (
    <nav className="pager" aria-label={say('nav.pages')}>
      {newest && (
        <a href={newest}>
          <Icon name="back" />
          {say('nav.newest')}
        </a>
      )}
      {older && (
        <a href={older} rel="next">
          {say('nav.older')}
          <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}

interface Nothing {
  sentence: string;
  /** Where else to look first. */
  ways?: readonly { name: string; href?: string }[];
  say: Say;
}

/** Nothing to list: said plainly, with a way on. */
export function Nothing({ sentence, ways = [], say }: Nothing) {
  return (
    <div className="empty">
      <h2>{sentence}</h2>
      <div className="chips">
        {ways.map(({ name, href }) => (
          <a key={href} className="chip" href={href}>
            {name}
          </a>
        ))}
        <a className="chip" href="/">
          {say('error.goHome')}
        </a>
        <a className="chip" href="/archive">
          {say('nav.archive')}
        </a>
        <a className="chip" href="/search">
          {say('error.searchInstead')}
        </a>
      </div>
    </div>
  );
}

/** A listing's page: its head, the stories, and the rail beside them. */
export function ListingColumns({ children, rail, say }: { children: ReactNode; rail: ReactNode; say: Say }) {
  return (
    <StaticHtml as="div" className="cols g84 ruled">
      <div>{children}</div>
      <aside className="rail" aria-label={say('nav.rail')}>
        {rail}
      </aside>
    </StaticHtml>
  );
}
