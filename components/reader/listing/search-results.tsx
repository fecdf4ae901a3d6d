import { toBengaliDigits } from '@barta/bengali/digits';
import { Icon } from '@/components/reader/icon';
import { Picture } from '@/components/reader/picture';
import { StoryTime } from '@/components/reader/story/story-time';
import type { SearchPage, SearchResultStory } from '@/lib/search/reading';
import type { Say } from '@/lib/site/labels';
import { searchAddress } from './search-form';

/** What was found, its words marked as they stand in the story. */
export function FoundList({ stories, now }: { stories: readonly SearchResultStory[]; now: Date }) {
  return (
    <ul className="list list--found mt-4">
      {stories.map(({ card, headline, excerpt }) => (
        <li key={card.id}>
          <article className="item">
            <div>
              {card.kicker && <span className="kicker">{card.kicker}</span>}
              <h3>
                <a href={card.href}>
                  <Marked pieces={headline} />
                </a>
              </h3>
              <p>
                <Marked pieces={excerpt} />
              </p>
              <span className="meta">
                {card.sectionName} · <StoryTime at={card.publishedAt} now={now} />
              </span>
            </div>
            <Picture picture={card.picture} sizes="(min-width: 45rem) 13rem, 7rem" />
          </article>
        </li>
      ))}
    </ul>
  );
}

function Marked({ pieces }: { pieces: SearchResultStory['headline'] }) {
  let at = 0;
  return pieces.map(({ text, found }) => {
    const key = at;
    at += text.length;
    return found ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>;
  });
}

/** Of the words that one in Latin letters was read as, so many are named. */
const MOST_READ_AS = 3;

/** Said above stories that do not hold the whole query: that it is so, which words no story holds, and what finds more. */
export function FoundPartly({ search, say }: { search: SearchPage; say: Say }) {
  const { missing } = search;
  return (
    <div className="note mt-4" role="status">
      <p>{say('search.partly')}</p>
      {missing.length > 0 && (
        <p>{say('search.missingWords', { words: missing.map((word) => `‘${word}’`).join(', ') })}</p>
      )}
      <NearestQueries search={search} say={say} />
    </div>
  );
}

/** Said above what was found by the sound of words in Latin letters: as which words they were read. */
export function ReadBySound({ search: { readAs }, say }: { search: SearchPage; say: Say }) {
  if (readAs.size === 0) return null;
  const words = [...readAs].map(
    ([latin, bengali]) => `${latin} → ${bengali.slice(0, MOST_READ_AS).join(', ')}`,
  );
  return <p className="note mt-4">{say('search.readAs', { words: words.join('; ') })}</p>;
}

export function NothingFound({ search, say }: { search: SearchPage; say: Say }) {
  const { query, hasQuery } = search;
  return (
    <div className="empty" role={hasQuery ? 'status' : undefined}>
      <h2>{hasQuery ? say('search.noResults', { query: query.q }) : say('search.start')}</h2>
      <p>{say(hasQuery ? 'search.noResultsHint' : 'search.startHint')}</p>
      <NearestQueries search={search} say={say} />
    </div>
  );
}

function NearestQueries({ search: { query, nearest }, say }: { search: SearchPage; say: Say }) {
  if (nearest.length === 0) return null;
  return (
    <nav className="chips" aria-label={say('search.nearest')}>
      {nearest.map((q) => (
        <a key={q} className="chip" href={searchAddress(query, { q })}>
          {q}
        </a>
      ))}
    </nav>
  );
}

/** First, last and the pages about this one; a gap stands for the rest. */
export function SearchPages({ search: { query, page, pages }, say }: { search: SearchPage; say: Say }) {
  if (pages < 2) return null;
  const linkedPages = [1, page - 1, page, page + 1, pages].filter(
    (one, i, all) => one >= 1 && one <= pages && all.indexOf(one) === i,
  );
  const address = (to: number) => searchAddress(query, { page: to === 1 ? '' : String(to) });
  return (
    <nav className="pager" aria-label={say('nav.pages')}>
      {linkedPages.flatMap((one, i) => [
        one - (linkedPages[i - 1] ?? 0) > 1 && (
          <span key={`before-${one}`} className="gap">
            …
          </span>
        ),
        <a
          key={one}
          href={address(one)}
          aria-current={one === page ? 'page' : undefined}
          aria-label={say('search.page', { page: one })}
        >
          {toBengaliDigits(one)}
        </a>,
      ])}
      {page < pages && (
        <a href={address(page + 1)} rel="next">
          {say('nav.nextPage')} <Icon name="arrow" />
        </a>
      )}
    </nav>
  );
}
