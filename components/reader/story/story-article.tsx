import { longDate } from '@barta/bengali/dates';
import type { ReactNode } from 'react';
import { Picture } from '@/components/reader/picture';
import { StaticHtml } from '@/components/static-html/static-html';
import type { Say } from '@/lib/site/labels';
import type { PublicationLine } from '@/lib/site/settings';
import type { Story } from '@/lib/stories/for-readers/reading';
import { ContentsList } from './body/contents-list';
import { StoryBody } from './body/story-body';
import { BylineRow } from './byline-row';
import { Film, Sound } from './media/story-media';
import { PublishedLine } from './published-line';
import { StoryHead } from './story-head';
import { StoryTags } from './story-tags';

interface StoryArticleProps {
  story: Story;
  /** How often it was read; 0: not said. */
  views: number;
  address: string;
  publicationLine: PublicationLine;
  now: Date;
  say: Say;
  /** Something to stand within the words, as an ad. */
  between?: ReactNode;
  /** Between the body and what follows it: a live story's posts. */
  children?: ReactNode;
}

const OLD_AFTER_YEARS = 2;
/** The story itself, in the order it is read. */
export function StoryArticle({
  story,
  views,
  address,
  publicationLine,
  now,
  say,
  between,
  children,
}: StoryArticleProps) {
  const years = yearsBetween(story.publishedAt, now);
  const isFilm = story.form === 'video' && story.video !== null;
  // A photo story is its gallery: a lead that is a drawing, or one of its pictures again, would only stand before it.
  const hasLead = !isFilm && (story.form !== 'photo' || (story.hasPhoto && !hasGallery(story.bodyHtml)));
  return (
    <StaticHtml
      as="article"
      className={`story story--main story--${story.form}`}
      data-story={story.id}
      data-embeds={hasCards(story.bodyHtml) ? say('article.embedOpens') : undefined}
    >
      <StoryHead story={story} say={say} />
      <BylineRow story={story} views={views} address={address} publicationLine={publicationLine} say={say} />
      {years >= OLD_AFTER_YEARS && (
        <p className="note note--old mt-4">{say('article.archived', { years })}</p>
      )}
      {hasLead && <LeadPicture story={story} say={say} />}
      {story.video && !isFilm && <Film medium={story.video} story={story} say={say} />}
      {story.audio && <Sound medium={story.audio} story={story} say={say} />}
      <ContentsList contents={story.contents} say={say} />
      <StoryBody html={story.bodyHtml} between={between} />
      {story.form === 'opinion' && <p className="meta mt-4">{say('article.opinionNote')}</p>}
      {children}
      <Corrections corrections={story.corrections} say={say} />
      <FirstPublished source={story.canonicalSource} say={say} />
      <StoryTags story={story} say={say} />
    </StaticHtml>
  );
}

function Corrections({ corrections, say }: Pick<Story, 'corrections'> & { say: Say }) {
  if (corrections.length === 0) return null;
  return (
    <aside className="note mt-4" aria-labelledby="corrections">
      <h2 className="label" id="corrections">
        {say('article.corrections')}
      </h2>
      {corrections.map((correction) => (
        <p key={correction.id}>
          <time className="meta" dateTime={correction.at.toISOString()}>
            {longDate(correction.at)}
          </time>{' '}
          {correction.words}
        </p>
      ))}
    </aside>
  );
}

/** Where a story that was taken over from another site first appeared. */
function FirstPublished({ source, say }: { source: Story['canonicalSource']; say: Say }) {
  if (!source) return null;
  return (
    <p className="meta mt-4">
      <a href={source} rel="noopener">
        {say('editor.firstPublished', {
          name: URL.parse(source)?.host ?? source,
        })}
      </a>
    </p>
  );
}

function LeadPicture({ story, say }: Pick<StoryArticleProps, 'story' | 'say'>) {
  const isWide = story.form === 'longread';
  return (
    <figure className="lead">
      <Picture
        picture={story.picture}
        shape={isWide ? 'lead' : 'card'}
        sizes={isWide ? '(min-width: 80rem) 77rem, 85vw' : '(min-width: 48rem) 45rem, 85vw'}
        isFirst
      />
      {(story.caption || story.credit) && (
        <figcaption>
          {story.caption}{' '}
          {story.credit && (
            <span className="credit">{say('article.photoCredit', { name: story.credit })}</span>
          )}
        </figcaption>
      )}
    </figure>
  );
}

/** Whether a body has pictures to look through. */
export function hasGallery(bodyHtml: string): boolean {
  return bodyHtml.includes('data-full=');
}

/** Whether a body has cards of other houses, as a post on Facebook. */
export function hasCards(bodyHtml: string): boolean {
  return bodyHtml.includes('class="embed"');
}

/** What stands on paper under the story: where it came from, word for word. */
export function PrintedLine({
  story,
  address,
  publicationLine,
  say,
}: Omit<StoryArticleProps, 'now' | 'views' | 'between' | 'children'>) {
  return (
    <div className="printline">
      <p>{story.headline}</p>
      <p>
        <PublishedLine at={story.publishedAt} line={publicationLine} say={say} />
      </p>
      <p>{address}</p>
    </div>
  );
}

/** A story that was taken back: that it was, when and why, and nothing of what it said. */
export function RetractedStory({ story, say }: Pick<StoryArticleProps, 'story' | 'say'>) {
  return (
    <article className="story retracted">
      <h1>{say('error.goneTitle')}</h1>
      <div className="note note--err mt-4">
        <strong>{story.headline}</strong>
        <p>{story.retractionNote || say('article.retracted')}</p>
        {story.retractedAt && (
          <p className="meta">
            {say('article.retractedAt')}{' '}
            <time dateTime={story.retractedAt.toISOString()}>{longDate(story.retractedAt)}</time>
          </p>
        )}
      </div>
    </article>
  );
}

function yearsBetween(from: Date, to: Date): number {
  const years = to.getUTCFullYear() - from.getUTCFullYear();
  const anniversary = new Date(from);
  anniversary.setUTCFullYear(from.getUTCFullYear() + years);
  return anniversary > to ? years - 1 : years;
}
