import { Picture } from '@/components/reader/picture';
import { spoken } from '@/components/reader/spoken';
import { StoryTime } from '@/components/reader/story/story-time';
import type { StoryCard } from '@/lib/stories/for-readers/cards';
import { FormWord } from './form-mark';

interface Card {
  story: StoryCard;
  now: Date;
  /** Its weight on the page. */
  look?: 'lead' | 'big' | 'mid' | 'plain' | 'small';
  heading?: 'h2' | 'h3';
  picture?: { shape?: 'lead' | 'card'; sizes: string; isFirst?: boolean };
  hasStandfirst?: boolean;
  hasKicker?: boolean;
  /** The district before the headline, as agencies write it. */
  hasDateline?: boolean;
  hasTime?: boolean;
}

/** A story in a block: picture, kicker, headline, standfirst, who and when; as much of it as the block asks for. */
export function Card({
  story,
  now,
  look = 'plain',
  heading: Heading = 'h3',
  picture,
  hasStandfirst = false,
  hasKicker = false,
  hasDateline = false,
  hasTime = true,
}: Card) {
  return (
    <article className={look === 'plain' ? 'card' : `card card--${look}`}>
      {picture && <Picture picture={story.picture} mark={story.mark} {...picture} />}
      <Kicker words={hasKicker ? story.kicker : ''} mark={picture ? null : story.mark} />
      <Heading>
        <a href={story.href}>
          {hasDateline && story.district && <span className="dateline">{story.district}: </span>}
          {spoken(story.headline)}
        </a>
      </Heading>
      {hasStandfirst && story.standfirst && <p>{spoken(story.standfirst)}</p>}
      {hasTime && (
        <span className="meta">
          {look === 'lead' && story.by && `${story.by} · `}
          <StoryTime at={story.publishedAt} now={now} />
        </span>
      )}
    </article>
  );
}

/** The kicker; before it what the story is, where no picture says so. */
function Kicker({ words, mark }: { words: string; mark: StoryCard['mark'] }) {
  if (words === '' && !mark) return null;
  return (
    <span className="kicker">
      <FormWord mark={mark} />
      {mark && words && ' · '}
      {words}
    </span>
  );
}

/** A thumbnail with its headline beside it. */
export function RowCard({ story, now }: { story: StoryCard; now: Date }) {
  return (
    <article className="card card--row">
      <Picture picture={story.picture} mark={story.mark} shape="thumb" sizes="8.5rem" />
      <div>
        {story.kicker && <span className="kicker">{story.kicker}</span>}
        <h3>
          <a href={story.href}>{spoken(story.headline)}</a>
        </h3>
        <span className="meta">
          <StoryTime at={story.publishedAt} now={now} />
        </span>
      </div>
    </article>
  );
}
